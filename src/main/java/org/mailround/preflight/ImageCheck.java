package org.mailround.preflight;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.mailround.campaign.ShownArticle;
import org.mailround.campaign.Variant;
import org.mailround.smtp.Relay;
import org.mailround.web.Visit;
import org.springframework.stereotype.Component;

/** Whether pictures are there, are not too heavy, and say in words what they show. */
@Component
class ImageCheck implements Check {

    private static final int MOST = 100;
    private static final int HEAVY = 1_000_000;
    private static final int WIDE = 2_400;

    private final Relay relay;

    ImageCheck(Relay relay) {
        this.relay = relay;
    }

    @Override
    public Area area() {
        return Area.IMAGES;
    }

    @Override
    public boolean asksNetwork() {
        return true;
    }

    @Override
    public void examine(List<Proposal> proposals, Deadline deadline, Findings found) {
        Map<String, WebUse> images = new LinkedHashMap<>();
        proposals.forEach(proposal -> collect(proposal, images, found));
        List<WebUse> asked = images.values().stream()
                .filter(image -> image.isWorthAsking(relay.isLoopback(), found))
                .limit(MOST)
                .toList();
        Map<WebUse, Visit> visits;
        try (Surfer surfer = new Surfer(relay.isLoopback(), deadline)) {
            visits = surfer.visits(asked, image -> surfer.visit(Objects.requireNonNull(image.uri()), "GET", HEAVY + 1));
        }
        visits.forEach((image, visit) -> tell(image, visit, found));
        asked.stream()
                .filter(image -> !visits.containsKey(image))
                .forEach(image -> image.warning("unanswered", "was not asked, as there was no time left", found));
    }

    private void collect(Proposal proposal, Map<String, WebUse> images, Findings found) {
        for (Variant variant : proposal.fitted().variants().all()) {
            for (Element image : Jsoup.parse(variant.html()).select("img")) {
                String url = image.attr("src").strip();
                WebUse use = images.computeIfAbsent(url, it -> new WebUse("image", it, Place.of(proposal, it)));
                judgeWords(proposal, image, use, found);
                if (!image.hasAttr("width") || !image.hasAttr("height")) {
                    use.warning(
                            "dimensions",
                            "says no width and height, by which mail programs keep its place: give both in its article"
                                    + " (image_width and image_height, or the attributes of the picture) or in the template",
                            found);
                }
            }
        }
    }

    /** An empty alt is right for decoration; a picture of an article is none. */
    private static void judgeWords(Proposal proposal, Element image, WebUse use, Findings found) {
        if (!image.hasAttr("alt")) {
            use.error(
                    "alt",
                    "has no alt: say there in a few words what it shows, or leave it empty for decoration",
                    found);
            return;
        }
        for (ShownArticle article : proposal.draft().content().articles()) {
            boolean own = use.url().equals(article.imageUrl());
            String alt = own ? String.valueOf(Objects.requireNonNullElse(article.imageAlt(), "")) : image.attr("alt");
            if (alt.isBlank() && Place.belongs(article, use.url())) {
                use.error(
                        "alt",
                        "has no alt: say in its article, in a few words, what it shows to those who do not see it",
                        found);
            }
        }
    }

    private static void tell(WebUse image, Visit visit, Findings found) {
        if (!(visit instanceof Visit.Answered answered) || answered.status() != 200) {
            image.dead("missing", visit, found);
            return;
        }
        String type = answered.header("Content-Type").toLowerCase(Locale.ROOT);
        if (!type.startsWith("image/")) {
            image.error(
                    "missing",
                    "is no picture but %s: name the picture itself".formatted(type.isEmpty() ? "something else" : type),
                    found);
            return;
        }
        long length = length(answered);
        OptionalInt width = PictureWidth.of(answered.body());
        if (length > HEAVY) {
            image.warning("size", "has more than 1 MB, which is slow on a phone: make it smaller", found);
        }
        if (width.orElse(0) > WIDE) {
            image.warning(
                    "size",
                    "is %,d pixels wide, and mails show 600 of them: make it smaller".formatted(width.getAsInt()),
                    found);
        }
        if (type.startsWith("image/svg")) {
            image.warning("type", "is SVG, which most mail programs do not show: use PNG or JPEG", found);
        }
    }

    private static long length(Visit.Answered answered) {
        String told = answered.header("Content-Length");
        return told.matches("\\d{1,15}") ? Long.parseLong(told) : answered.body().length;
    }
}
