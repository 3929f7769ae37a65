package org.mailround.mailbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.mailround.credential.OAuth2Settings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;

/**
 * Where the mailbox is that reports come back to, beside {@code mailround.bounces.address}.
 *
 * @param host null where there is no mailbox to read
 * @param port null for the usual one of protocol and TLS
 * @param tls null for what is right by itself: none on loopback, required elsewhere
 * @param ssl null where nothing is written of it
 * @param oauth2 how a token is had; null where we log in by password
 * @param folder that reports arrive in; IMAP alone, as are the next two
 * @param judgedFolder where they go once they are judged
 * @param asideFolder where those go that a person should look at
 * @param every how often {@code serve} reads it
 */
@ConfigurationProperties(MailboxSettings.PREFIX)
record MailboxSettings(
        @Nullable String host,
        @Nullable Integer port,
        Protocol protocol,
        @Nullable Tls tls,
        @Nullable String username,
        @Nullable String password,
        @Nullable Ssl ssl,
        @NestedConfigurationProperty @Nullable OAuth2Settings oauth2,
        String folder,
        String judgedFolder,
        String asideFolder,
        Duration every) {

    static final String PREFIX = "mailround.bounces";
    static final String OAUTH2 = PREFIX + ".oauth2";

    enum Protocol {
        IMAP,
        POP3
    }

    enum Tls {
        REQUIRED,
        OPTIONAL
    }

    /**
     * How TLS is spoken.
     *
     * @param enabled whether from the start; null where the port says it
     * @param bundle Spring's name of those that we believe; null for what the Java runtime believes
     */
    record Ssl(@Nullable Boolean enabled, @Nullable String bundle) {}

    MailboxSettings(
            @Nullable String host,
            @Nullable Integer port,
            @Nullable Protocol protocol,
            @Nullable Tls tls,
            @Nullable String username,
            @Nullable String password,
            @Nullable Ssl ssl,
            @Nullable OAuth2Settings oauth2,
            @Nullable String folder,
            @Nullable String judgedFolder,
            @Nullable String asideFolder,
            @Nullable Duration every) {
        this.host = given(host);
        this.port = port;
        this.protocol = protocol == null ? Protocol.IMAP : protocol;
        this.tls = tls;
        this.username = given(username);
        this.password = password == null || password.isEmpty() ? null : password;
        this.ssl = ssl;
        this.oauth2 = oauth2 == null ? null : oauth2.checked(OAUTH2);
        this.folder = otherwise(folder, "INBOX");
        this.judgedFolder = otherwise(judgedFolder, "Mailround judged");
        this.asideFolder = otherwise(asideFolder, "Mailround set aside");
        this.every = every == null ? Duration.ofMinutes(5) : every;
        MailboxRules.check(this);
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static String otherwise(@Nullable String value, String usual) {
        String given = given(value);
        return given == null ? usual : given;
    }

    boolean isByToken() {
        return oauth2 != null && oauth2.isUsed();
    }

    /** Tells no secret. */
    @Override
    public String toString() {
        return "MailboxSettings[host=" + host + ", protocol=" + protocol + "]";
    }
}
