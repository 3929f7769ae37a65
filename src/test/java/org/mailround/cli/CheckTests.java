package org.mailround.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailround.TestNameServer;
import org.mailround.TestSite;
import org.mailround.cli.Shell.Run;
import org.mailround.smtp.ScriptedRelay;
import org.mailround.smtp.TestCertificates;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What check must find before any mail goes out, each against real servers on this machine. */
class CheckTests {

    private static final String DOMAIN = "riverside.clinic.example";

    @TempDir
    static Path certificateFolder;

    static TestCertificates certificates;
    static SSLContext good;

    @TempDir
    Path home;

    private final TestNameServer dns = new TestNameServer();
    private final TestSite site = new TestSite();
    private @Nullable ScriptedRelay relay;
    private JsonNode key = JsonMapper.shared().createObjectNode();

    @BeforeAll
    static void certify() {
        certificates = new TestCertificates(certificateFolder);
        good = certificates.issued("good", "dns:localhost", "-1d", 200);
    }

    @BeforeEach
    void setUpWell() throws IOException {
        shell().furnish();
        shell().write(
                        "subscribers/newsletter.csv",
                        "email,first_name,consent_source,consent_at\nana@example.com,Ana,front desk,2026-01-05T10:00:00Z\n");
        relay = new ScriptedRelay(good, false, "PLAIN");
        relay.letIn(secret -> secret.equals("right") ? "235 2.7.0 welcome" : "535 5.7.8 wrong password");
        key = shell().run("dkim-key", "--json").last();
        dns.txt(DOMAIN, "v=spf1 ip4:192.0.2.1 -all")
                .txt(text("name"), text("value"))
                .txt("_dmarc." + DOMAIN, "v=DMARC1; p=none")
                .mx(DOMAIN, "mx." + DOMAIN);
        site.page("/walk");
        article("link: " + site.url("/walk"));
    }

    @AfterEach
    void close() {
        Objects.requireNonNull(relay).close();
        dns.close();
        site.close();
    }

    @Test
    void aGoodSetUpPasses() {
        Run run = check();

        assertThat(errors(run)).isEmpty();
        assertThat(codes(run))
                .contains("relay.login", "relay.certificate", "dns.spf", "dns.dkim", "dns.dmarc")
                .contains(
                        "dns.alignment",
                        "dns.mx",
                        "link.answered",
                        "mail.unsubscribe",
                        "mail.size",
                        "clinic.subscribe");
        assertThat(run.last().get("result").asString()).isEqualTo("pass");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void findsAWrongPassword() {
        Run run = check("--spring.mail.password=wrong");

        assertThat(errors(run)).containsExactly("relay.login");
        assertThat(sentence(run, "relay.login"))
                .contains("spring.mail.password")
                .doesNotContain("wrong\"");
        assertThat(run.exitCode()).isEqualTo(5);
    }

    @Test
    void findsAnExpiredCertificate() {
        SSLContext over = certificates.issued("over", "dns:localhost", "2020/01/01 00:00:00", 31);
        try (ScriptedRelay expired = new ScriptedRelay(over, false, "PLAIN")) {
            Run run = check("--spring.mail.port=" + expired.port());

            assertThat(errors(run)).containsExactly("relay.certificate");
            assertThat(sentence(run, "relay.certificate")).contains("2020");
            assertThat(run.exitCode()).isEqualTo(5);
        }
    }

    @Test
    void findsThatThereIsNoSpf() {
        dns.without(DOMAIN).mx(DOMAIN, "mx." + DOMAIN);

        Run run = check();

        assertThat(errors(run)).containsExactly("dns.spf");
        assertThat(sentence(run, "dns.spf")).contains(DOMAIN, "v=spf1");
        assertThat(run.exitCode()).isEqualTo(5);
    }

    @Test
    void findsAWrongDkimKey() {
        JsonNode other =
                shell().run("dkim-key", "--selector", "other", "--json").last();
        dns.without(text("name")).txt(text("name"), other.get("value").asString());

        Run run = check();

        assertThat(errors(run)).containsExactly("dns.dkim");
        assertThat(sentence(run, "dns.dkim")).contains(text("name"), "./mailround dkim-key");
        assertThat(run.exitCode()).isEqualTo(5);
    }

    @Test
    void findsThatTheFromIsNotAligned() {
        dns.txt("bounces.example", "v=spf1 ip4:192.0.2.1 -all").mx("bounces.example", "mx." + DOMAIN);

        Run run = checkUnsigned("--mailround.bounces.address=back@bounces.example");

        assertThat(errors(run)).containsExactly("dns.alignment");
        assertThat(sentence(run, "dns.alignment")).contains("not aligned", "not signed", "bounces.example");
        assertThat(run.exitCode()).isEqualTo(5);
    }

    @Test
    void findsADeadLink() {
        article("link: " + site.url("/gone"));

        Run run = check();

        assertThat(errors(run)).containsExactly("link.dead");
        assertThat(sentence(run, "link.dead")).contains(site.url("/gone"), "“A walk a day”", "404");
        assertThat(run.exitCode()).isEqualTo(5);
    }

    @Test
    void findsAPictureWithoutWords() {
        site.answer("/walk.png", 200, "image/png", new byte[] {1});
        article("link: " + site.url("/walk") + "\nimage: " + site.url("/walk.png"));

        Run run = check();

        assertThat(errors(run)).containsExactly("image.alt");
        assertThat(sentence(run, "image.alt")).contains(site.url("/walk.png"), "“A walk a day”");
        assertThat(run.exitCode()).isEqualTo(5);
    }

    @Test
    void findsAVariableThatIsNotThere() throws IOException {
        Path template = home.resolve("templates/digest.html");
        Files.writeString(template, Files.readString(template).replace("${lead.", "${leed."));

        Run run = check();

        assertThat(errors(run)).containsExactly("template.variable");
        assertThat(sentence(run, "template.variable")).contains("templates/digest.html, line", "“leed”");
        assertThat(run.exitCode()).isEqualTo(5);
    }

    @Test
    void findsADigestOf150Kilobytes() throws IOException {
        Path template = home.resolve("templates/digest.html");
        Files.writeString(
                template,
                Files.readString(template)
                        .replace(
                                "<h2 class=\"title title-lead\"",
                                "<p>" + "word ".repeat(28_000) + "</p><h2 class=\"title title-lead\""));

        Run run = check();

        assertThat(errors(run)).containsExactly("mail.size");
        assertThat(sentence(run, "mail.size")).contains("15", "bytes", "100,000");
        assertThat(run.exitCode()).isEqualTo(5);
    }

    @Test
    void saysWhatADigestIsShortenedTo() throws IOException {
        Path template = home.resolve("templates/digest.html");
        Files.writeString(
                template,
                Files.readString(template)
                        .replace(
                                "<h2 class=\"title title-lead\"",
                                "<p>" + "word ".repeat(15_000) + "</p><h2 class=\"title title-lead\""));
        for (int i = 0; i < 20; i++) {
            String text = "Walk number %d is a long one. ".formatted(i).repeat(60);
            shell().write("articles/long%d.md".formatted(i), "---\ntitle: Long %d\n---\n\n%s\n".formatted(i, text));
        }

        Run run = check();

        assertThat(warnings(run)).contains("mail.size");
        assertThat(sentence(run, "mail.size")).contains("Gmail", "shows");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aResolverThatSaysNothingIsTold() {
        dns.failWith(-1);

        Run run = check();

        assertThat(errors(run)).containsExactly("dns.unanswered");
        assertThat(sentence(run, "dns.unanswered")).contains(dns.address(), "mailround.dns.server");
        assertThat(run.exitCode()).isEqualTo(5);
    }

    @Test
    void thePeoplesVersionIsGroupedAndSummedUp() {
        Run run = shell().run("check");

        assertThat(run.out())
                .contains("Clinic\n", "Mail\n", "Audience\n", "Relay\n", "✓ ok", "! warning")
                .contains("Nothing is in the way of sending");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aMailingSentOnceIsCheckedToo() {
        shell().write("body.md", "Hello {{first_name|there}}, see ${you}\n");

        Run run = shell().run(
                        "check",
                        "--subject",
                        "Closed",
                        "--body",
                        home.resolve("body.md").toString(),
                        "--list",
                        "newsletter",
                        "--json");

        assertThat(warnings(run)).contains("mail.unresolved-slot");
        assertThat(run.exitCode()).isZero();
        assertThat(shell().run("check", "nowhere").exitCode()).isEqualTo(2);
        assertThat(shell().run("check", "--mailround.dns.server=a b").exitCode())
                .isEqualTo(2);
    }

    private void article(String front) {
        shell().write("articles/walk.txt", "");
        shell().write("articles/walk.md", "---\ntitle: A walk a day\n%s\n---\n\nIt does you good.\n".formatted(front));
    }

    private Run check(String... more) {
        List<String> args = new ArrayList<>(
                List.of("--mailround.dkim.selector=" + text("selector"), "--mailround.dkim.key=" + text("key")));
        args.addAll(List.of(more));
        return checkUnsigned(args.toArray(String[]::new));
    }

    private Run checkUnsigned(String... more) {
        List<String> args = new ArrayList<>(List.of(
                "check",
                "--json",
                "--spring.mail.host=localhost",
                "--spring.mail.port=" + Objects.requireNonNull(relay).port(),
                "--spring.mail.username=news@" + DOMAIN,
                "--spring.mail.password=right",
                "--mailround.relay.tls=required",
                "--spring.ssl.bundle.pem.test.truststore.certificate=file:" + certificates.ca(),
                "--spring.mail.ssl.bundle=test",
                "--mailround.dns.server=" + dns.address()));
        args.addAll(List.of(more));
        return shell().run(args.toArray(String[]::new));
    }

    private Shell shell() {
        return new Shell(home);
    }

    private String text(String field) {
        return key.get(field).asString();
    }

    private static List<String> errors(Run run) {
        return codes(run, "error");
    }

    private static List<String> warnings(Run run) {
        return codes(run, "warning");
    }

    private static List<String> codes(Run run, String severity) {
        return lines(run)
                .filter(line -> line.get("severity").asString().equals(severity))
                .map(line -> line.get("code").asString())
                .toList();
    }

    private static List<String> codes(Run run) {
        return lines(run).map(line -> line.get("code").asString()).toList();
    }

    private static String sentence(Run run, String code) {
        return lines(run)
                .filter(line -> line.get("code").asString().equals(code))
                .filter(line -> !line.get("severity").asString().equals("ok"))
                .map(line -> line.get("sentence").asString())
                .findFirst()
                .orElseThrow();
    }

    private static Stream<JsonNode> lines(Run run) {
        return run.out().lines().map(JsonMapper.shared()::readTree).filter(line -> line.has("code"));
    }
}
