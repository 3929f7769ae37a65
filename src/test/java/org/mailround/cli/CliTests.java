package org.mailround.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailround.TestRelay;
import org.mailround.cli.Shell.Run;
import org.subethamail.smtp.RejectException;
import tools.jackson.databind.json.JsonMapper;

/** Commands as those who script them see them: what is printed where, and the exit code. */
class CliTests {

    @TempDir
    Path home;

    @BeforeEach
    void furnish() throws IOException {
        shell().furnish();
    }

    @Test
    void helpNamesEveryCommandAndStartsNothing() {
        Run run = run("--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("import", "collect", "send", "report", "Exit codes");
        assertThat(home.resolve("data")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sned weekly-digest | There is no command “sned”: the commands are serve, import, export, collect, send, resume",
                "import --list a/b | “a/b” is no name of a list",
                "report --spring.datasource.url=foo | spring.datasource.url names no database",
                "report --spring.datasource.url=jdbc:postgresql://127.0.0.1:1/x | The database cannot be opened",
                "send | Name a campaign",
                "send weekly-digset | There is no campaign “weekly-digset”: the campaigns are weekly-digest.",
                "send weekly-digest --subject x | not both",
                "send --subject x | needs --subject, --body and --list",
                "send --subject x --body nowhere.md --list newsletter | There is no file nowhere.md.",
                "send weekly-digest --to nobody | --to cannot be mailed to: the address has no @.",
                "send weekly-digest --mailround.delivery.connections | write --mailround.delivery.connections=VALUE",
                "report 7 | There is no edition 7.",
                "report seven | seven",
                "import nowhere.csv | There is no file nowhere.csv.",
                "import --list nobody | There is no list file subscribers/nobody.csv.",
            })
    void wrongUsageIsToldInASentence(String command, String sentence) {
        Run run = run(command.split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(sentence).doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mailround.delivery.connections=many | mailround.delivery.connections is “many”, which is no whole number",
                "mailround.delivery.connections=0 | mailround.delivery.connections is 0",
                "mailround.delivery.rate=fast | mailround.delivery.rate is “fast”: write how many messages",
                "mailround.delivery.rate=30/m,0/s | mailround.delivery.rate is “0/s”: write how many messages",
                "mailround.delivery.rate[0]=fast | mailround.delivery.rate[0] is “fast”: write how many messages",
                "mailround.delivery.per-domain=fast | mailround.delivery.per-domain is “fast”: write how many messages",
                "mailround.delivery.per-domain[gmail.com].connections=0 | [gmail.com].connections is “0”: write a number",
                "mailround.delivery.per-domain[gmail]=5/s | mailround.delivery.per-domain has “gmail”, which is no domain",
                "mailround.delivery.policy-threshold=0 | mailround.delivery.policy-threshold is “0”: write a share",
                "mailround.delivery.policy-threshold=200% | mailround.delivery.policy-threshold is “200%”: write a share",
                "mailround.delivery.patience=-1s | mailround.delivery.patience is PT-1S: write a time such as 15m, or 0s",
                "mailround.sandbox=perhaps | A setting is “perhaps”, which is no true or false",
                "mailround.delivery.patience=long | mailround.delivery.patience is “long”, which is no time such as 5m",
                "mailround.delivery.uncertain=maybe | mailround.delivery.uncertain is “maybe”, which is no hold or resend",
                "mailround.clinic.zone=Mars/Base | mailround.clinic.zone is “Mars/Base”",
                "mailround.clinic.name= | mailround.clinic.name is missing",
                "mailround.from= | mailround.from is missing",
                "mailround.from=nobody | mailround.from is no valid sender",
                "mailround.bounces.address=nobody | mailround.bounces.address cannot be used (the address has no @)",
                "mailround.bounces.address=josé@clinic.example | mailround.bounces.address cannot be used (the part before",
                "mailround.bounces.address=newsletter-bounces-sorted@clinic.example | is longer than 24 characters",
                "mailround.public-url=http://clinic.example.org | mailround.public-url",
                "mailround.clinic.accent=red;} | write a colour as #rrggbb",
                "mailround.clinic.website=javascript:alert(1) | it must begin with https://",
                "mailround.relay.preset=pigeon | mailround.relay.preset is “pigeon”: write one of microsoft-365, google",
                "mailround.relay.preset=amazon-ses | spring.mail.host is missing: write that of your provider",
                "mailround.relay.oauth2.client-id=x | mailround.relay.oauth2.token-uri is missing",
                "spring.mail.ssl.bundle=absent | spring.mail.ssl.bundle is “absent”",
                "mailround.relay.tls=sometimes | which is no required or optional",
                "mailround.sources[0].name=a | mailround.sources[0]",
            })
    void wrongSettingsAreToldAtStart(String property, String sentence) {
        Run run = property.contains("sources")
                ? run("collect", "--mailround.sources[0].folder=", "--" + property)
                : property.contains("bundle")
                        ? run("send", "weekly-digest", "--spring.mail.host=192.0.2.1", "--" + property)
                        : run("send", "weekly-digest", "--" + property);

        assertThat(run.err()).contains(sentence).doesNotContain("\tat ");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void aConfigurationThatIsNoYamlIsTold() {
        write("config/application.yaml", "mailround:\n  clinic: [\n");

        Run run = run("import");

        assertThat(run.err()).contains("application.yaml").doesNotContain("\tat ");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void withJsonStandardOutputCarriesJsonAlone() {
        Run run = run("send", "weekly-digest", "--json");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines()).hasSize(1);
        assertThat(run.last().get("accepted").asInt()).isEqualTo(2);
        assertThat(run.last().get("relay").asString()).isEqualTo("sandbox");
        assertThat(run("report", "--json").last().get("balanced").asBoolean()).isTrue();
        assertThat(run("report", "--json", "--recipients").out().lines()).hasSize(2);
    }

    @Test
    void explainHasALineAnItem() {
        write("articles/empty.md", "");

        Run run = run("collect", "--explain");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out().lines().map(line -> JsonMapper.shared().readTree(line)))
                .anySatisfy(line -> {
                    assertThat(line.get("source").asString()).isEqualTo("articles");
                    assertThat(line.get("title").asString()).isEqualTo("A walk a day");
                    assertThat(line.get("verdict").asString()).isEqualTo("new");
                })
                .anySatisfy(line -> assertThat(line.get("verdict").asString()).isEqualTo("refused"));
    }

    @Test
    void badRowsMakeImportEndWithThreeAndSendWithZero() {
        write("subscribers/newsletter.csv", "email\nana@example.com\nno address\n");

        assertThat(run("import").exitCode()).isEqualTo(3);
        assertThat(run("send", "weekly-digest").exitCode()).isZero();
    }

    @Test
    void anEmptyListIsToldAndTheOthersGoIn() {
        write("subscribers/broken.csv", "");

        Run run = run("import", "--json");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("broken.csv");
        assertThat(run.last().get("list").asString()).isEqualTo("newsletter");
    }

    @Test
    void dryRunWritesEveryMailAndMakesNoEdition() {
        Run run = run("send", "weekly-digest", "--dry-run");

        assertThat(run.exitCode()).isZero();
        assertThat(files("data/preview")).hasSize(2);
        assertThat(run("report", "--json").last().get("edition").isNull()).isTrue();
        assertThat(run("send", "weekly-digest", "--json").last().get("accepted").asInt())
                .isEqualTo(2);
    }

    @Test
    void aTestCopyGoesToOneAddressAloneAndTouchesNoLedger() throws Exception {
        try (TestRelay relay = new TestRelay()) {
            Run run = run(
                    "send",
                    "weekly-digest",
                    "--to",
                    "me@example.org",
                    "--spring.mail.host=127.0.0.1",
                    "--spring.mail.port=" + relay.port());

            assertThat(run.exitCode()).isZero();
            assertThat(relay.recipients()).containsExactly("me@example.org");
            assertThat(relay.kept().get(0).message().getSubject()).startsWith("[Test] ");
        }
        assertThat(run("report", "--json").last().get("edition").isNull()).isTrue();
        assertThat(run("send", "weekly-digest", "--dry-run", "--to", "me@example.org")
                        .exitCode())
                .isZero();
        assertThat(files("data/preview")).hasSize(1);
    }

    @Test
    void rejectedRecipientsEndWithThree() {
        try (TestRelay relay = new TestRelay()) {
            relay.behave(new TestRelay.Behaviour() {
                @Override
                public void onRecipient(String recipient) throws RejectException {
                    if (recipient.startsWith("ana")) {
                        throw new RejectException(550, "5.1.1 unknown");
                    }
                }
            });

            Run run =
                    run("send", "weekly-digest", "--spring.mail.host=127.0.0.1", "--spring.mail.port=" + relay.port());

            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.out()).contains("2 in the audience = 1 accepted + 1 rejected");
        }
    }

    @Test
    void aRelayThatIsNotThereLeavesEverybodyPlanned() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }

        Run run = run(
                "send",
                "weekly-digest",
                "--json",
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + closed,
                "--mailround.delivery.patience=0s");

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.last().get("planned").asInt()).isEqualTo(2);
        assertThat(run.err()).contains("The relay 127.0.0.1:" + closed + " cannot be reached");
    }

    @Test
    void afterARealRelayTheSandboxIsUsedOnlyWhereItIsAskedFor() {
        try (TestRelay relay = new TestRelay()) {
            run("send", "weekly-digest", "--spring.mail.host=127.0.0.1", "--spring.mail.port=" + relay.port());
        }

        assertThat(run("send", "weekly-digest").exitCode()).isEqualTo(2);
        assertThat(run("send", "weekly-digest", "--sandbox").exitCode()).isZero();
        assertThat(run("report").exitCode()).isZero();
    }

    @Test
    void theSampleClinicNeverWritesToRealPeople() {
        Run run = run("send", "weekly-digest", "--spring.mail.host=192.0.2.1", "--spring.mail.port=25");

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.err()).contains("mailround.from is still the sample clinic's", "2 recipients");
        assertThat(run("report", "--json").last().get("edition").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{frist_name}}", "[x](https://clinic.example/?n={{first_name}})"})
    void wrongMergeTagsAreRefused(String body) {
        write("flu.md", body);

        Run run = run(
                "send",
                "--subject",
                "Flu jabs",
                "--body",
                home.resolve("flu.md").toString(),
                "--list",
                "newsletter");

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.err()).contains("name}}").doesNotContain("\tat ");
    }

    @Test
    void aBrokenTemplateIsRefusedBeforeAnythingIsMade() {
        write("templates/digest.html", "<html><body th:text=\"${clinic.nmae}\"></body></html>");

        Run run = run("send", "weekly-digest");

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.err()).contains("digest.html").doesNotContain("\tat ");
        assertThat(run("report", "--json").last().get("edition").isNull()).isTrue();
    }

    private List<Path> files(String folder) {
        return shell().files(folder);
    }

    private void write(String file, String text) {
        shell().write(file, text);
    }

    private Run run(String... args) {
        return shell().run(args);
    }

    private Shell shell() {
        return new Shell(home);
    }
}
