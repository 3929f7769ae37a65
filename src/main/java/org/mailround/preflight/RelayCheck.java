package org.mailround.preflight;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailround.campaign.Editions;
import org.mailround.smtp.Relay;
import org.mailround.smtp.RelayExamination;
import org.mailround.smtp.RelayTrouble;
import org.mailround.smtp.RelayTrouble.Kind;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whether the relay is there, can be trusted, and lets us in. */
@Component
class RelayCheck implements Check {

    private static final Duration SOON = Duration.ofDays(21);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final Relay relay;
    private final Editions editions;
    private final Clock clock;
    private final boolean sandboxAsked;

    RelayCheck(Relay relay, Editions editions, Clock clock, @Value("${mailround.sandbox:false}") boolean sandboxAsked) {
        this.relay = relay;
        this.editions = editions;
        this.clock = clock;
        this.sandboxAsked = sandboxAsked;
    }

    @Override
    public Area area() {
        return Area.RELAY;
    }

    @Override
    public boolean asksNetwork() {
        return true;
    }

    @Override
    public void examine(List<Proposal> proposals, Deadline deadline, Findings found) {
        if (relay.isSandbox()) {
            tellSandbox(found);
            return;
        }
        RelayExamination examination = relay.examine();
        RelayTrouble trouble = examination.trouble();
        X509Certificate certificate = examination.certificate();
        boolean expired = certificate != null && isOver(certificate, clock.instant());
        if (trouble != null) {
            tell(trouble, certificate, found);
        } else {
            found.ok("relay.reachable", relay.name(), "The relay %s answers.".formatted(relay.name()));
            found.ok("relay.login", relay.name(), login(examination.loggedIn()));
        }
        // of a certificate that is over and nobody vouches for, the trouble tells one alone
        boolean told = trouble != null
                && trouble.kind() == Kind.TLS
                && (!expired || trouble.sentence().contains("is over since"));
        if (certificate != null && !told) {
            tell(certificate, expired, found);
        }
        if (trouble == null || trouble.kind() == Kind.LOGIN) {
            tellEncryption(examination.tlsVersion(), found);
            tellExtensions(examination.extensions(), found);
        }
    }

    private void tellSandbox(Findings found) {
        if (editions.anyForReal() && !sandboxAsked) {
            found.error(
                    "relay.sandbox",
                    null,
                    "A real relay was used before, and none is configured now: set spring.mail.host again. Until then "
                            + "nothing is sent.");
        } else {
            found.warning(
                    "relay.sandbox",
                    null,
                    "Mail goes into the sandbox and never leaves this machine: set spring.mail.host when it is to reach "
                            + "people.");
        }
    }

    private void tell(RelayTrouble trouble, @Nullable X509Certificate certificate, Findings found) {
        String sentence = trouble.sentence();
        switch (trouble.kind()) {
            case UNREACHABLE -> found.error("relay.reachable", relay.name(), sentence);
            case LOGIN -> found.error("relay.login", relay.name(), sentence);
            case REFUSED -> found.error("relay.refused", relay.name(), sentence);
            case LIMIT -> found.warning("relay.limit", relay.name(), sentence);
            case TLS -> {
                boolean aboutCertificate = certificate != null || sentence.contains("certificate");
                found.error(aboutCertificate ? "relay.certificate" : "relay.tls", relay.name(), sentence);
            }
        }
    }

    private String login(boolean loggedIn) {
        return loggedIn
                ? "The relay %s accepts our login.".formatted(relay.name())
                : "The relay %s is used without a login.".formatted(relay.name());
    }

    private void tell(X509Certificate certificate, boolean expired, Findings found) {
        Instant end = certificate.getNotAfter().toInstant();
        String day = DAY.format(end);
        if (expired) {
            found.error(
                    "relay.certificate",
                    relay.name(),
                    "The certificate of the relay %s is over since %s: ask its operator to renew it."
                            .formatted(relay.name(), day));
        } else if (end.isBefore(clock.instant().plus(SOON))) {
            found.warning(
                    "relay.certificate",
                    relay.name(),
                    "The certificate of the relay %s ends on %s, and nothing is sent from then on: ask its operator to renew it."
                            .formatted(relay.name(), day));
        } else {
            found.ok(
                    "relay.certificate",
                    relay.name(),
                    "The certificate of the relay %s is good until %s.".formatted(relay.name(), day));
        }
    }

    private static boolean isOver(X509Certificate certificate, Instant now) {
        return certificate.getNotAfter().toInstant().isBefore(now);
    }

    private void tellEncryption(@Nullable String tlsVersion, Findings found) {
        if (tlsVersion != null) {
            found.ok("relay.tls", relay.name(), "The connection is encrypted by %s.".formatted(tlsVersion));
        } else if (relay.isLoopback()) {
            found.ok(
                    "relay.tls",
                    relay.name(),
                    "The connection is not encrypted, and need not be: it stays on this machine.");
        } else {
            found.warning(
                    "relay.tls",
                    relay.name(),
                    "Mail goes to the relay %s in clear text, where others on the way can read it: set mailround.relay.tls to required, and use a port that has TLS."
                            .formatted(relay.name()));
        }
    }

    private void tellExtensions(List<String> extensions, Findings found) {
        if (extensions.isEmpty()) {
            return;
        }
        String offered = extensions.stream().sorted().collect(Collectors.joining(", "));
        found.ok("relay.extensions", relay.name(), "The relay offers %s.".formatted(offered));
        if (extensions.stream().noneMatch(line -> line.equals("DSN"))) {
            found.ok(
                    "relay.dsn",
                    relay.name(),
                    "The relay does not offer DSN: it sends reports of failure in its own way.");
        }
        if (extensions.stream().noneMatch(line -> line.equals("SMTPUTF8"))) {
            found.ok(
                    "relay.smtputf8",
                    relay.name(),
                    "The relay does not offer SMTPUTF8: people whose address has letters such as ä before the @ get no mail.");
        }
    }
}
