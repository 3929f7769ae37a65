package org.mailround.preflight;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailround.smtp.Relay;
import org.mailround.smtp.RelayExamination;
import org.mailround.smtp.RelayTrouble;
import org.mailround.smtp.RelayTrouble.Kind;

/** Judges what a relay showed of itself. */
final class RelayJudge {

    private static final Duration SOON = Duration.ofDays(21);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final Relay relay;
    private final Instant now;
    private final Findings found;

    RelayJudge(Relay relay, Instant now, Findings found) {
        this.relay = relay;
        this.now = now;
        this.found = found;
    }

    void judge(RelayExamination examination) {
        RelayTrouble trouble = examination.trouble();
        if (trouble == null) {
            ok("reachable", "The relay %s answers.".formatted(relay.name()));
            ok(
                    "login",
                    examination.loggedIn()
                            ? "The relay %s accepts our login.".formatted(relay.name())
                            : "The relay %s is used without a login.".formatted(relay.name()));
        } else {
            judge(trouble, examination.certificate());
        }
        judge(examination.certificate(), trouble);
        if (trouble == null || trouble.kind() == Kind.LOGIN) {
            judgeEncryption(examination.tlsVersion());
            tellExtensions(examination.extensions());
        }
    }

    private void judge(RelayTrouble trouble, @Nullable X509Certificate certificate) {
        String sentence = trouble.sentence();
        switch (trouble.kind()) {
            case UNREACHABLE -> error("reachable", sentence);
            case LOGIN -> error("login", sentence);
            case REFUSED -> error("refused", sentence);
            case LIMIT -> warning("limit", sentence);
            case TLS ->
                error(certificate != null || sentence.contains("certificate") ? "certificate" : "tls", sentence);
        }
    }

    private void judge(@Nullable X509Certificate certificate, @Nullable RelayTrouble trouble) {
        if (certificate == null) {
            return;
        }
        Instant end = certificate.getNotAfter().toInstant();
        boolean expired = end.isBefore(now);
        // of a certificate that expired and that nobody vouches for, the trouble tells one alone
        if (trouble != null
                && trouble.kind() == Kind.TLS
                && !(expired && !trouble.sentence().contains("expired"))) {
            return;
        }
        String told = "The certificate of the relay %s ".formatted(relay.name());
        if (expired) {
            error("certificate", told + "expired on %s: ask its operator to renew it.".formatted(DAY.format(end)));
        } else if (end.isBefore(now.plus(SOON))) {
            warning(
                    "certificate",
                    told
                            + "ends on %s, and nothing is sent from then on: ask its operator to renew it."
                                    .formatted(DAY.format(end)));
        } else {
            ok("certificate", told + "is good until %s.".formatted(DAY.format(end)));
        }
    }

    private void judgeEncryption(@Nullable String tlsVersion) {
        if (tlsVersion != null) {
            ok("tls", "The connection is encrypted by %s.".formatted(tlsVersion));
        } else if (relay.isLoopback()) {
            ok("tls", "The connection is not encrypted, and need not be: it stays on this machine.");
        } else {
            warning(
                    "tls",
                    "Mail goes to the relay %s in clear text, where others on the way can read it: set mailround.relay.tls to required, and use a port that has TLS."
                            .formatted(relay.name()));
        }
    }

    private void tellExtensions(List<String> extensions) {
        if (extensions.isEmpty()) {
            return;
        }
        ok(
                "extensions",
                "The relay offers %s.".formatted(extensions.stream().sorted().collect(Collectors.joining(", "))));
        if (!extensions.contains("DSN")) {
            ok("dsn", "The relay does not offer DSN: it sends reports of failure in its own way.");
        }
        if (!extensions.contains("SMTPUTF8")) {
            ok(
                    "smtputf8",
                    "The relay does not offer SMTPUTF8: people whose address has letters such as ä before the @ get no mail.");
        }
    }

    private void ok(String kind, String sentence) {
        found.ok("relay." + kind, relay.name(), sentence);
    }

    private void warning(String kind, String sentence) {
        found.warning("relay." + kind, relay.name(), sentence);
    }

    private void error(String kind, String sentence) {
        found.error("relay." + kind, relay.name(), sentence);
    }
}
