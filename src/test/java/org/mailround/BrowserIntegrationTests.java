package org.mailround;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program as somebody new meets it: in a real browser, from its first start to a mail in the sandbox. */
class BrowserIntegrationTests {

    private static final Pattern SETUP = Pattern.compile("http://\\S+/setup/\\S+");
    private static final int PEOPLE = 42;
    private static final String PASSWORD = "four words that fit";

    @TempDir
    Path home;

    private Process serve;
    private BufferedReader out;
    private Chromium chromium;
    private Page page;

    @BeforeEach
    void start() throws IOException {
        Optional<Path> executable = Chromium.executable();
        if (executable.isEmpty()) {
            System.err.println("No Chromium was found here (CHROMIUM names one): the browser tests are left out.");
        }
        Assumptions.assumeTrue(executable.isPresent(), "no Chromium");
        PackagedProgram program = new PackagedProgram(home);
        program.furnish();
        Files.writeString(
                home.resolve("subscribers/newsletter.csv"),
                IntStream.rangeClosed(3, PEOPLE)
                        .mapToObj("reader%02d@example.com,"::formatted)
                        .collect(Collectors.joining(
                                "\n", "email,first_name\nana@example.com,Ana\nbo@example.com,Bo\n", "\n")));
        assertThat(program.start("import").onExit().join().exitValue()).isZero();
        serve = program.start("serve", "--server.port=0");
        out = serve.inputReader();
        chromium = new Chromium(executable.get());
        page = chromium.page();
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (chromium != null) {
            chromium.picture(page, "last");
            chromium.close();
        }
        if (serve != null) {
            serve.destroy();
            assertThat(serve.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(serve.exitValue()).isZero();
        }
    }

    @Test
    void fromTheFirstStartToAMailInTheSandbox() throws IOException {
        String setup = setupLink();
        String url = setup.replaceFirst("/setup/.*", "");
        page.navigate(setup);
        chromium.inspect(page, "setup");
        page.getByLabel("Name").fill("ana");
        page.getByLabel("Your e-mail address").fill("ana@clinic.example");
        page.getByLabel("Password").fill(PASSWORD);
        click("Make the account");
        chromium.inspect(page, "login");
        page.getByLabel("Name").fill("ana");
        page.getByLabel("Password").fill(PASSWORD);
        click("Sign in");
        // where it says something else, the failure tells what
        assertThat(page.locator("#needs")).containsText("Nothing needs you.");
        chromium.inspect(page, "home-at-first");

        click("Write a one-off");
        page.getByLabel("Subject").fill("Flu jabs are here");
        page.getByLabel("Text")
                .fill(
                        "Dear {{first_name|reader}},\n\n## Come and get yours\n\nAny weekday, **9 to 12**.\n\n- no appointment\n- bring your card\n");
        assertThat(page.frameLocator("iframe[name=preview]").getByText("Come and get yours"))
                .isVisible();
        chromium.inspect(page, "one-off-new");
        click("Check it and go on");
        assertThat(page.getByText("42 people", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        chromium.inspect(page, "one-off");
        click("Send a test copy");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("accepted the test copy");
        page.onceDialog(Dialog::accept);
        click("Send to 42 people now");

        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Flu jabs are here");
        // by itself: nobody reloads
        assertThat(page.getByText("Finished").first()).isVisible();
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("42 accepted")))
                .isVisible();
        chromium.inspect(page, "edition");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("42 accepted"))
                .click();
        assertThat(page.getByText("bo@example.com")).isVisible();
        chromium.inspect(page, "recipients");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("bo@example.com"))
                .click();
        chromium.inspect(page, "recipient");
        page.navigate(url + "/campaigns/weekly-digest");
        choose("A walk a day");
        page.onceDialog(Dialog::accept);
        click("Send it now");
        assertThat(page.getByText("Finished").first()).isVisible();
        for (String path : new String[] {
            "/", "/editions", "/campaigns", "/campaigns/weekly-digest", "/sandbox", "/people", "/audit", "/nothing-here"
        }) {
            Response response = page.navigate(url + path);
            assertThat(response.status()).as(path).isEqualTo(path.equals("/nothing-here") ? 404 : 200);
            chromium.inspect(page, path.equals("/") ? "home" : path.substring(1).replace('/', '-'));
        }
        page.navigate(url + "/sandbox");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Flu jabs are here"))
                .first()
                .click();
        chromium.inspect(page, "sandbox-mail");
        publicPages(url);
        assertThat(chromium.complaints)
                .filteredOn(it -> !it.contains("/nothing-here: "))
                .isEmpty();
    }

    /** What a digest's next edition has: an article is taken out, put back, and put first. */
    private void choose(String article) {
        click("Leave out: " + article);
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("“%s” is left out.".formatted(article));
        page.getByText("Left out (1)").click();
        chromium.inspect(page, "campaign-without");
        click("Put back: " + article);
        click("Put first: " + article);
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("“%s” comes first.".formatted(article));
        chromium.inspect(page, "campaign");
    }

    /** Those that the links of a mail lead to, and what their buttons do. */
    private void publicPages(String url) throws IOException {
        String mail = aMail();
        page.navigate(url + path("preferences", mail));
        chromium.inspect(page, "preferences");
        page.navigate(url + path("unsubscribe", mail));
        chromium.inspect(page, "unsubscribe");
        page.getByRole(AriaRole.BUTTON).first().click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText("You have left");
        chromium.inspect(page, "left");
        page.navigate(url + "/confirm/" + path("unsubscribe", mail).replaceFirst(".*/", ""));
        chromium.inspect(page, "confirm");
        page.navigate(url + "/subscribe");
        chromium.inspect(page, "subscribe");
        assertThat(page.navigate(url + path("read", mail)).status()).isEqualTo(200);
        assertThat(page.locator("body")).containsText("Come and get yours");
    }

    private String aMail() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("data/sandbox"))) {
            for (Path file :
                    files.filter(it -> it.toString().endsWith(".eml")).sorted().toList()) {
                String mail = Files.readString(file, StandardCharsets.ISO_8859_1);
                if (mail.contains("Subject: Flu jabs are here")) {
                    // lines of quoted-printable are broken by = where they are too long
                    return mail.replaceAll("=\\r?\\n", "");
                }
            }
        }
        throw new IllegalStateException("no such mail in the sandbox");
    }

    private static String path(String page, String mail) {
        Matcher link = Pattern.compile("/" + page + "/[a-z2-7]{39}").matcher(mail);
        assertThat(link.find()).as(page).isTrue();
        return link.group();
    }

    private void click(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private String setupLink() throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher link = SETUP.matcher(line);
            if (link.find()) {
                return link.group();
            }
        }
        throw new IllegalStateException("serve ended before it gave a link");
    }
}
