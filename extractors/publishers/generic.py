"""What holds for most news sites: parts of a page that are never the article's text."""

from __future__ import annotations

from datetime import date

from extractors.publishers.layout import Layout, words

GENERIC = Layout(
    name="generic",
    valid=date(2026, 11, 22),
    drop_tags=words("figcaption nav form button iframe audio video dialog select svg"),
    drop=words(
        # pictures
        "caption wp-caption-text image-caption photo-caption img-caption media-caption figcaption photo-credit "
        "image-credit photocredit "
        # letters, money, shop
        "newsletter newsletter-signup newsletter-form newsletter-box subscribe-box subscription-box donate donation "
        "donate-box support-us support-box support-banner member-box members-box membership-box membership-banner "
        "promo promobox promo-box shop-promo merch advertisement ad-container taboola outbrain sponsored "
        "paywall-prompt "
        # other stories
        "read-also readalso read-more-block related related-articles related-posts related-news related-links "
        "related-content relatedposts also-read recommended recommendations more-stories most-read mostread "
        "popular-posts trending "
        # the site
        "share share-buttons social-share sharedaddy social-links cookie cookie-banner cookie-consent cookie-list "
        "onetrust-consent-sdk onetrust-banner-sdk onetrust-pc-sdk breadcrumb breadcrumbs comments comment-list "
        "disqus_thread twitter-tweet instagram-media respond author-bio author-box about-author reading-time "
        "readtime audio-player"
    ),
)
