package org.mailround.api;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.mailround.batch.Mission;
import org.mailround.batch.Rounds;
import org.mailround.campaign.Edition;
import org.mailround.campaign.EditionState;
import org.mailround.campaign.Editions;
import org.mailround.delivery.Interventions;
import org.mailround.delivery.RecipientLine;
import org.mailround.delivery.Recipients;
import org.mailround.delivery.Recovery;
import org.mailround.report.Report;
import org.mailround.report.Reports;
import org.mailround.smtp.Relay;
import org.mailround.staff.Audit;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.databind.json.JsonMapper;

/** Editions: to send one, to see what became of it, and to pause, resume or cancel it. */
@RestController
@RequestMapping("/api/v1/editions")
class EditionsApi {

    private static final int MOST = 100;
    private static final MediaType JSON_LINES = new MediaType("application", "x-ndjson", StandardCharsets.UTF_8);

    private final Dispatch dispatch;
    private final Editions editions;
    private final Reports reports;
    private final Recipients recipients;
    private final Recovery recovery;
    private final Interventions interventions;
    private final Rounds rounds;
    private final Relay relay;
    private final Audit audit;
    private final JsonMapper json;

    EditionsApi(
            Dispatch dispatch,
            Editions editions,
            Reports reports,
            Recipients recipients,
            Recovery recovery,
            Interventions interventions,
            Rounds rounds,
            Relay relay,
            Audit audit,
            JsonMapper json) {
        this.dispatch = dispatch;
        this.editions = editions;
        this.reports = reports;
        this.recipients = recipients;
        this.recovery = recovery;
        this.interventions = interventions;
        this.rounds = rounds;
        this.relay = relay;
        this.audit = audit;
        this.json = json;
    }

    @PostMapping
    ResponseEntity<Report> send(@RequestBody Wish wish, @AuthenticationPrincipal ApiClient client) {
        audit.record(client.getName(), "asked for an edition", wish.isDigest() ? String.valueOf(wish.campaign()) : "");
        Outcome outcome = dispatch.send(wish, client.getName());
        Long edition = outcome.edition();
        if (edition == null) {
            return ResponseEntity.ok(requireNonNull(outcome.ended()));
        }
        requireLetOut(edition);
        audit.record(client.getName(), "sent", "edition " + edition);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/editions/" + edition))
                .body(report(edition));
    }

    /** @param before only those with a lower number */
    @GetMapping
    List<EditionLine> editions(
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            @RequestParam(defaultValue = "20") int limit) {
        return editions.newestBefore(before, Math.max(1, Math.min(limit, MOST))).stream()
                .map(EditionLine::of)
                .toList();
    }

    /** What a process that is no more had in work would stand there as if somebody worked it. */
    @GetMapping("/{edition:\\d+}")
    Report edition(@PathVariable long edition) {
        recovery.recover();
        return report(edition);
    }

    /** A line each, in the order in which they were planned. */
    @GetMapping("/{edition:\\d+}/recipients")
    ResponseEntity<StreamingResponseBody> recipients(
            @PathVariable long edition, @AuthenticationPrincipal ApiClient client) {
        Edition found = found(edition);
        audit.record(client.getName(), "exported recipients", "edition " + edition);
        return ResponseEntity.ok().contentType(JSON_LINES).body(out -> {
            try (Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
                recipients.of(found, line -> write(writer, line));
            }
        });
    }

    private void write(Writer writer, RecipientLine line) {
        try {
            writer.write(json.writeValueAsString(line) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("The program that asked is gone.", e);
        }
    }

    @PostMapping("/{edition:\\d+}/pause")
    Report pause(@PathVariable long edition, @AuthenticationPrincipal ApiClient client) {
        audit.record(client.getName(), "paused", "edition " + edition);
        interventions.pause(found(edition));
        return report(edition);
    }

    @PostMapping("/{edition:\\d+}/cancel")
    Report cancel(@PathVariable long edition, @AuthenticationPrincipal ApiClient client) {
        audit.record(client.getName(), "cancelled", "edition " + edition);
        interventions.cancel(found(edition));
        return report(edition);
    }

    /** It goes on in the background: the report tells how far. */
    @PostMapping("/{edition:\\d+}/resume")
    @SuppressWarnings("FutureReturnValueIgnored") // the report shows what becomes of it
    ResponseEntity<Report> resume(@PathVariable long edition, @AuthenticationPrincipal ApiClient client) {
        Edition found = found(edition);
        if (found.sandbox() != relay.isSandbox()) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT,
                    "Edition %d belongs to %s, and mail goes elsewhere now."
                            .formatted(edition, found.sandbox() ? "the sandbox" : "a real mail server"));
        }
        if (found.state() == EditionState.CANCELLED) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, "Edition %d is cancelled: nothing more of it is sent.".formatted(edition));
        }
        requireLetOut(edition);
        audit.record(client.getName(), "resumed", "edition " + edition);
        rounds.launch(new Mission.Resume(edition));
        return ResponseEntity.accepted().body(report(edition));
    }

    /** As {@code send} ends with 5. */
    private void requireLetOut(long edition) {
        if (found(edition).state() == EditionState.AWAITING_APPROVAL) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT,
                    "Edition %d waits for approval: somebody who may approve it does that on the page Approvals."
                            .formatted(edition));
        }
    }

    private Edition found(long edition) {
        return editions.find(edition).orElseThrow(() -> absent(edition));
    }

    private Report report(long edition) {
        return reports.find(edition).orElseThrow(() -> absent(edition));
    }

    private static ResponseStatusException absent(long edition) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no edition %d.".formatted(edition));
    }
}
