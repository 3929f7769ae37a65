package org.mailround.preflight;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.mailround.campaign.Variant;
import org.mailround.message.Renderer;
import org.mailround.smtp.Relay;
import org.mailround.web.Visit;
import org.springframework.stereotype.Component;

/** Whether the links of a mail lead somewhere. A recipient's own links are not followed: they would be used. */
@Component
class LinkCheck implements Check {

    private static final int MOST = 200;

    /** There is a page; it does not let everybody in, or not a program. */
    private static final Set<Integer> SHUT = Set.of(400, 401, 403, 405, 406, 408, 418, 425, 429, 451, 999);

    private final Relay relay;

    LinkCheck(Relay relay) {
        this.relay = relay;
    }

    @Override
    public Area area() {
        return Area.LINKS;
    }

    @Override
    public boolean asksNetwork() {
        return true;
    }

    @Override
    public void examine(List<Proposal> proposals, Deadline deadline, Findings found) {
        Map<String, WebUse> links = new LinkedHashMap<>();
        proposals.forEach(proposal -> collect(proposal, links));
        tellReserved(links.values(), found);
        List<WebUse> asked = new ArrayList<>(links.values().stream()
                .filter(link -> link.isWorthAsking(relay.isLoopback(), found))
                .toList());
        if (asked.size() > MOST) {
            found.warning(
                    "link.unanswered",
                    null,
                    "There are %d links, and %d of them were not asked.".formatted(asked.size(), asked.size() - MOST));
            asked = new ArrayList<>(asked.subList(0, MOST));
        }
        Map<WebUse, Visit> visits;
        try (Surfer surfer = new Surfer(relay.isLoopback(), deadline)) {
            visits = surfer.visits(asked, link -> visit(surfer, link));
        }
        visits.forEach((link, visit) -> tell(link, visit, found));
        if (!visits.isEmpty() && visits.values().stream().allMatch(LinkCheck::isFine)) {
            found.ok("link.answered", null, "Links: %d, and all answer.".formatted(visits.size()));
        }
        asked.removeAll(visits.keySet());
        asked.forEach(link -> link.warning("unanswered", "was not asked, as there was no time left", found));
    }

    private void tellReserved(Collection<WebUse> links, Findings found) {
        long reserved = links.stream().filter(WebUse::isReserved).count();
        if (reserved > 0 && relay.isLoopback()) {
            found.ok(
                    "link.reserved",
                    null,
                    "Links to domains made for examples, which were not asked: %d.".formatted(reserved));
        }
    }

    private void collect(Proposal proposal, Map<String, WebUse> links) {
        for (Variant variant : proposal.fitted().variants().all()) {
            for (Element link : Jsoup.parse(variant.html()).select("a[href]")) {
                String url = link.attr("href").strip();
                if (!Renderer.isPersonal(url) && !url.matches("(?i)(mailto|tel|sms):.*|#.*")) {
                    links.computeIfAbsent(url, it -> new WebUse("link", it, Place.of(proposal, it)));
                }
            }
        }
    }

    /** Some servers know no HEAD, and answer it in the strangest ways. */
    private static Visit visit(Surfer surfer, WebUse link) {
        URI url = Objects.requireNonNull(link.uri());
        Visit visit = surfer.visit(url, "HEAD", 0);
        return visit instanceof Visit.Forbidden || isFine(visit) ? visit : surfer.visit(url, "GET", 1);
    }

    private static boolean isFine(Visit visit) {
        return visit instanceof Visit.Answered answered && answered.status() < 400 && !answered.isRedirect();
    }

    private static void tell(WebUse link, Visit visit, Findings found) {
        if (isFine(visit)) {
            return;
        }
        if (visit instanceof Visit.Answered answered && SHUT.contains(answered.status())) {
            link.warning(
                    "shut", "answers %d to us: look whether it opens in a browser".formatted(answered.status()), found);
        } else {
            link.dead("dead", visit, found);
        }
    }
}
