package org.mailround.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailround.cli.Shell.Run;
import tools.jackson.databind.JsonNode;

/** The command dkim-key, on the sample clinic. */
class DkimKeyCommandTests {

    @TempDir
    Path home;

    @BeforeEach
    void furnish() throws IOException {
        new Shell(home).furnish();
    }

    @Test
    void aFreshSampleGetsAKeyThatSignsItsMail() throws IOException {
        JsonNode key = run("dkim-key", "--json").last();

        assertThat(key.propertyNames()).containsExactly("selector", "domain", "name", "type", "value", "key");
        assertThat(key.get("selector").asString()).matches("mailround\\d{6}");
        assertThat(key.get("domain").asString()).isEqualTo("riverside.clinic.example");
        assertThat(key.get("name").asString())
                .isEqualTo(key.get("selector").asString() + "._domainkey.riverside.clinic.example");
        assertThat(key.get("type").asString()).isEqualTo("TXT");
        assertThat(key.get("value").asString())
                .startsWith("v=DKIM1; k=rsa; p=MII")
                .hasSize(410);
        assertThat(key.get("key").asString())
                .isEqualTo("data/dkim/" + key.get("selector").asString() + ".pem");

        Run send = run("send", "weekly-digest", "--dry-run", configured(key)[0], configured(key)[1]);

        assertThat(send.exitCode()).as(send.err()).isZero();
        for (Path mail : new Shell(home).files("data/preview")) {
            assertThat(Files.readString(mail))
                    .startsWith("DKIM-Signature: ")
                    .contains("d=riverside.clinic.example; s="
                            + key.get("selector").asString() + ";");
        }
    }

    @Test
    void theKeyIsReadableToItsOwnerAlone() throws IOException {
        JsonNode key = run("dkim-key", "--json").last();
        Path file = home.resolve(key.get("key").asString());

        assertThat(Files.readAllLines(file))
                .startsWith("-----BEGIN PRIVATE KEY-----")
                .endsWith("-----END PRIVATE KEY-----");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
        assertThat(new Shell(home).files("data/dkim")).containsExactly(file);
    }

    @Test
    void peopleAreToldWhatToPublishAndWhatToConfigure() {
        Run run = run("dkim-key", "--selector", "news-1");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains(
                        "A new key is in data/dkim/news-1.pem.",
                        "Name:  news-1._domainkey.riverside.clinic.example\nType:  TXT\nValue: v=DKIM1; k=rsa; p=",
                        "news-1._domainkey.riverside.clinic.example. IN TXT (\"v=DKIM1; k=rsa; p=",
                        "  dkim:\n    selector: news-1\n    key: data/dkim/news-1.pem\n");
        assertThat(run.out()
                        .lines()
                        .filter(line -> line.contains("IN TXT"))
                        .findFirst()
                        .orElseThrow())
                .containsPattern("\\(\"[^\"]{255}\" \"[^\"]{155}\"\\)");
    }

    @Test
    void aKeyThatIsThereIsToldAgain() {
        JsonNode key = run("dkim-key", "--json").last();

        assertThat(run("dkim-key", "--json").last()).isEqualTo(key);
        assertThat(run("dkim-key", "--selector", key.get("selector").asString(), "--json")
                        .last())
                .isEqualTo(key);
        Run configured = run("dkim-key", configured(key)[0], configured(key)[1]);
        assertThat(configured.out())
                .contains("It is configured", key.get("value").asString());
    }

    @Test
    void anotherIsMadeUnderAnotherNameOrByForce() {
        JsonNode first = run("dkim-key", "--json").last();
        JsonNode second = run("dkim-key", "--selector", "next", "--json", configured(first)[0], configured(first)[1])
                .last();
        JsonNode third = run("dkim-key", "--force", "--json").last();

        assertThat(second.get("selector").asString()).isEqualTo("next");
        assertThat(second.get("value")).isNotEqualTo(first.get("value"));
        assertThat(third.get("key")).isEqualTo(first.get("key"));
        assertThat(third.get("value")).isNotEqualTo(first.get("value"));
    }

    @Test
    void aFileThatHoldsNoKeyIsToldAndReplacedByForceAlone() throws IOException {
        Path file = home.resolve("data/dkim/news1.pem");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "something else");

        Run told = run("dkim-key", "--selector", "news1");

        assertThat(told.exitCode()).isEqualTo(2);
        assertThat(told.err())
                .contains("The file news1.pem in DIR/dkim/ holds no key")
                .doesNotContain("mailround.dkim");
        assertThat(file).hasContent("something else");
        assertThat(run("dkim-key", "--selector", "news1", "--force").exitCode()).isZero();
    }

    @Test
    void aNameThatTheDnsCannotHaveIsRefused() {
        Run run = run("dkim-key", "--selector", "../keys/0001");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("“../keys/0001” is no name for a key");
        assertThat(home.resolve("data")).doesNotExist();
    }

    @Test
    void wrongKeysAreToldWhateverIsAsked() throws IOException {
        Files.writeString(home.resolve("key.pem"), "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----\n");

        assertRefused("mailround.dkim.selector is missing", "--mailround.dkim.key=key.pem");
        assertRefused("mailround.dkim.key is missing", "--mailround.dkim.selector=news1");
        assertRefused(
                "mailround.dkim.key is " + home.resolve("key.pem") + ", which holds a public key",
                "--mailround.dkim.selector=news1",
                "--mailround.dkim.key=key.pem");
        assertRefused("there is no such file", "--mailround.dkim.selector=news1", "--mailround.dkim.key=nowhere.pem");
    }

    private void assertRefused(String sentence, String... settings) {
        String[] command = new String[settings.length + 1];
        command[0] = "report";
        System.arraycopy(settings, 0, command, 1, settings.length);
        Run run = run(command);

        assertThat(run.err()).contains(sentence).doesNotContain("\tat ");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    private static String[] configured(JsonNode key) {
        return new String[] {
            "--mailround.dkim.selector=" + key.get("selector").asString(),
            "--mailround.dkim.key=" + key.get("key").asString()
        };
    }

    private Run run(String... args) {
        return new Shell(home).run(args);
    }
}
