package org.mailround.smtp;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says why TLS could not be agreed, or the certificate is not believed. */
final class TlsTrouble {

    private static final Pattern COMMON_NAME = Pattern.compile("(?:^|,)CN=([^,]+)", Pattern.CASE_INSENSITIVE);

    private TlsTrouble() {}

    static String sentence(SmtpRelay relay, Throwable failure, Handshake handshake) {
        String name = relay.name();
        List<X509Certificate> chain = handshake.chain();
        if (isCausedBy(failure, CertificateExpiredException.class)) {
            return "The certificate of the relay %s is over since %s: ask its operator to renew it."
                    .formatted(name, day(over(chain)));
        }
        if (isCausedBy(failure, CertificateNotYetValidException.class)) {
            return "The certificate of the relay %s is not good yet: check the clock of this machine, then ask the relay's operator."
                    .formatted(name);
        }
        if (isOfAnother(failure)) {
            return "The certificate of the relay %s is for %s, and not for %s: set spring.mail.host to a name that it has."
                    .formatted(name, names(chain.get(0)), relay.host());
        }
        if (isCausedBy(failure, CertPathBuilderException.class)) {
            return (isSelfSigned(chain)
                                    ? "Nobody but itself vouches for the certificate of the relay %s: if it is the right one, put it"
                                    : "Nobody that we trust vouches for the certificate of the relay %s: if it is the right one, put "
                                            + "the certificate of " + issuer(chain))
                            .formatted(name)
                    + " into an SSL bundle of spring.ssl.bundle.pem, and name that in spring.mail.ssl.bundle.";
        }
        if (isCausedBy(failure, GeneralSecurityException.class)) {
            return "The certificate of the relay %s is not good (%s): ask its operator to renew it."
                    .formatted(name, root(failure));
        }
        String reason = root(failure);
        if (reason.startsWith("STARTTLS is required")) {
            return ("The relay %s offers no TLS, which is required: use a port at which it does, or let mail go as it is by "
                            + "setting mailround.relay.tls to optional.")
                    .formatted(name);
        }
        if (reason.startsWith("Unsupported or unrecognized SSL message")) {
            return ("The relay %s does not speak TLS from the start at this port: set spring.mail.ssl.enabled to false, "
                            + "or spring.mail.port to the right one, often 465.")
                    .formatted(name);
        }
        return "No TLS can be agreed with the relay %s (%s): ask its operator which versions it speaks."
                .formatted(name, reason);
    }

    private static boolean isCausedBy(Throwable failure, Class<? extends Throwable> type) {
        return causes(failure).anyMatch(type::isInstance);
    }

    /** The judge of the Java runtime has no exception of its own for a name. */
    private static boolean isOfAnother(Throwable failure) {
        return causes(failure)
                .filter(cause -> cause.getClass() == CertificateException.class)
                .map(cause -> String.valueOf(cause.getMessage()))
                .anyMatch(message ->
                        message.startsWith("No subject alternative") || message.startsWith("No name matching"));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }

    /** That of an issuer may be over, too. */
    private static @Nullable Date over(List<X509Certificate> chain) {
        Date now = new Date();
        return chain.stream()
                .map(X509Certificate::getNotAfter)
                .filter(end -> end.before(now))
                .findFirst()
                .orElse(null);
    }

    private static String day(@Nullable Date date) {
        return date == null
                ? "some time"
                : LocalDate.ofInstant(date.toInstant(), ZoneOffset.UTC).toString();
    }

    private static String names(X509Certificate certificate) {
        try {
            Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
            String names = (alternatives == null ? Stream.<List<?>>empty() : alternatives.stream())
                    // RFC 5280 section 4.2.1.6: 2 is a host name, 7 an IP address
                    .filter(name -> name.get(0).equals(2) || name.get(0).equals(7))
                    .map(name -> String.valueOf(name.get(1)))
                    .limit(5)
                    .collect(Collectors.joining(", "));
            return names.isEmpty()
                    ? commonName(certificate.getSubjectX500Principal().getName())
                    : names;
        } catch (CertificateParsingException e) {
            return commonName(certificate.getSubjectX500Principal().getName());
        }
    }

    private static boolean isSelfSigned(List<X509Certificate> chain) {
        X509Certificate own = chain.get(0);
        return own.getIssuerX500Principal().equals(own.getSubjectX500Principal());
    }

    private static String issuer(List<X509Certificate> chain) {
        return commonName(chain.get(0).getIssuerX500Principal().getName());
    }

    private static String commonName(String principal) {
        Matcher matcher = COMMON_NAME.matcher(principal);
        return "“" + (matcher.find() ? matcher.group(1) : principal) + "”";
    }

    private static String root(Throwable failure) {
        Throwable root = causes(failure).reduce((first, second) -> second).orElse(failure);
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
