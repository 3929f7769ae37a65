package org.mailround.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailround.mailbox.MailboxSettings.Protocol;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class MailboxSettingsTests {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "username=ana | mailround.bounces.password is missing",
                "password=hush | mailround.bounces.username is missing",
                "host=imap://127.0.0.1 | mailround.bounces.host is “imap://127.0.0.1”",
                "host=127.0.0.1:143 | mailround.bounces.host is “127.0.0.1:143”",
                "port=70000,username=ana,password=hush | mailround.bounces.port is “70000”",
                "every=0s | mailround.bounces.every is “PT0S”",
                "every=-5m | mailround.bounces.every is",
                "judged-folder=inbox,username=ana,password=hush | mailround.bounces.judged-folder is “inbox”",
                "folder=A,aside-folder=A,username=ana,password=hush | mailround.bounces.aside-folder is “A”",
                "protocol=http | mailround.bounces.protocol",
                "tls=maybe | mailround.bounces.tls",
                "ssl.bundle=absent,username=ana,password=hush | mailround.bounces.ssl.bundle is “absent”",
                "username=ana,oauth2.client-id=a | mailround.bounces.oauth2.token-uri is missing",
            })
    void whatIsWrongIsToldByItsKey(String properties, String told) {
        runner(("host=127.0.0.1," + properties).split(","))
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining(told));
    }

    @Test
    void withoutAHostThereIsNoMailbox() {
        runner("every=1h").run(context -> {
            BounceMailbox mailbox = context.getBean(BounceMailbox.class);
            assertThat(mailbox.isConfigured()).isFalse();
            assertThat(mailbox.every()).isEqualTo(Duration.ofHours(1));
        });
    }

    @Test
    void itIsReadEveryFiveMinutesAndTellsNoSecret() {
        runner("host=imap.clinic.example", "username=ana", "password=hush").run(context -> {
            assertThat(context.getBean(BounceMailbox.class).isConfigured()).isTrue();
            assertThat(context.getBean(BounceMailbox.class).every()).isEqualTo(Duration.ofMinutes(5));
            assertThat(context.getBean(MailboxSettings.class)).asString().doesNotContain("hush", "ana");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, , IMAP, , 993, true, false, false",
        "192.0.2.1, , POP3, , 995, true, false, false",
        "192.0.2.1, 143, IMAP, , 143, false, true, true",
        "192.0.2.1, 110, POP3, , 110, false, true, true",
        "192.0.2.1, 143, IMAP, OPTIONAL, 143, false, true, false",
        "127.0.0.1, , IMAP, , 143, false, false, false",
        "127.0.0.1, , POP3, , 110, false, false, false",
        "127.0.0.1, 993, IMAP, , 993, true, false, false",
        "127.0.0.1, 1143, IMAP, REQUIRED, 1143, false, true, true",
    })
    void tlsIsSpokenAsPortAndHostWantIt(
            String host,
            Integer port,
            Protocol protocol,
            MailboxSettings.Tls tls,
            int chosen,
            boolean implicit,
            boolean starttls,
            boolean required) {
        MailboxServer server = TestMailbox.server(new MailboxSettings(
                host, port, protocol, tls, "bounces", "secret", null, null, null, null, null, null));

        assertThat(server.port()).isEqualTo(chosen);
        String prefix = "mail." + server.protocol() + ".";
        assertThat(server.properties())
                .containsEntry(prefix + "ssl.enable", Boolean.toString(implicit))
                .containsEntry(prefix + "starttls.enable", Boolean.toString(starttls))
                .containsEntry(prefix + "starttls.required", Boolean.toString(required))
                .containsEntry(prefix + "ssl.checkserveridentity", "true")
                .containsKeys(prefix + "timeout", prefix + "connectiontimeout", prefix + "writetimeout");
    }

    private ApplicationContextRunner runner(String... keys) {
        ApplicationContextRunner runner = new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class))
                .withUserConfiguration(MailboxConfiguration.class)
                .withBean(Clock.class, Clock::systemUTC)
                .withPropertyValues("mailround.data-dir=" + folder);
        for (String key : keys) {
            runner = runner.withPropertyValues("mailround.bounces." + key);
        }
        return runner;
    }
}
