package org.mailround;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program in a real browser, by somebody who has a keyboard and no mouse. */
class DeskWalksIntegrationTests {

    private static final Pattern SETUP = Pattern.compile("http://\\S+/setup/\\S+");
    private static final String PASSWORD = "four words that fit";
    private static final int MOST_TABS = 150;

    @TempDir
    Path home;

    private @Nullable Process serve;
    private @Nullable Chromium chromium;
    private Page page;
    private String url = "";

    @BeforeEach
    void requireBrowser() {
        Optional<Path> executable = Chromium.executable();
        Assumptions.assumeTrue(executable.isPresent(), "no Chromium");
        chromium = new Chromium(executable.get());
        page = chromium.page();
        page.onDialog(Dialog::accept);
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (chromium != null) {
            chromium.picture(page, "last-walk");
            assertThat(chromium.complaints).isEmpty();
            chromium.close();
        }
        if (serve != null) {
            serve.destroy();
            assertThat(serve.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aListIsImportedWithAMappingAndOneOfItsPeopleIsErased() throws IOException {
        PackagedProgram program = new PackagedProgram(home);
        program.furnish();
        Files.writeString(home.resolve("subscribers/newsletter.csv"), "email,first_name\nbo@example.com,Bob\n");
        Path list = Files.writeString(
                home.resolve("practice.csv"),
                "Patient Name;E-Mail;Diagnosis;Branch\n\"Brook, Ana\";ana@example.com;Asthma;North\nBo Moss;bo@example.com;;South\nNobody;no address;;\n");
        begin(program);

        page.navigate(url + "/imports");
        inspect("imports");
        page.getByLabel("File").setInputFiles(list);
        fill("Or into a new one", "patients");
        press("Look at it");
        assertThat(heading()).hasText("What do the columns hold?");
        inspect("import-columns");
        page.getByLabel("Branch").focus();
        page.getByLabel("Branch").selectOption("attribute");
        press("See what would change");
        assertThat(page.locator(".sum")).containsText("2 new");
        inspect("import-difference");
        press("Import 2 people now");
        assertThat(page.getByText("“patients” is imported")).isVisible();
        inspect("import-progress");

        page.navigate(url + "/subscribers");
        fill("Address or name begins with", "brook");
        press("Search");
        inspect("subscribers");
        follow("ana@example.com");
        assertThat(page.locator("main")).containsText("North");
        inspect("subscriber");
        press("Erase this person");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Erased");
        page.navigate(url + "/subscribers?q=ana@");
        assertThat(page.locator("main")).containsText("Nobody is known");
        page.navigate(url + "/suppressions?q=ana@example.com");
        assertThat(page.locator("tbody")).containsText("erased");
        for (String path :
                new String[] {"/lists", "/suppressions", "/subscribers/new", "/tokens", "/api-docs", "/help"}) {
            page.navigate(url + path);
            inspect(path.substring(1).replace('/', '-'));
        }
    }

    @Test
    void aOneOffGoesOutOnceASecondPersonApprovedIt() throws Exception {
        PackagedProgram program = new PackagedProgram(home);
        program.furnish();
        Files.writeString(home.resolve("subscribers/newsletter.csv"), "email\nana@example.com\nbo@example.com\n");
        assertThat(program.start("import").onExit().join().exitValue()).isZero();
        begin(program);
        page.navigate(url + "/approvals");
        page.getByLabel("It waits until somebody else approves it").focus();
        page.keyboard().press("Space");
        press("Save who approves it");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Saved");
        inspect("approvals");

        page.navigate(url + "/one-offs/new");
        fill("Subject", "Flu jabs are here");
        reach("textarea", "Text");
        page.keyboard().insertText("Dear {{first_name|reader}}, come.");
        press("Check it and go on");
        press("Send to 2 people now");
        assertThat(page.getByText("Waits for approval").first()).isVisible();
        page.navigate(url + "/approvals/1");
        assertThat(page.locator("main")).containsText("somebody else must approve it");
        inspect("approval");

        String link = program.lines("staff", "add", "ben", "--role", "approver", "--json")
                .get(0)
                .get("link")
                .asString();
        page.navigate(url + link.replaceFirst("https?://[^/]+", ""));
        fill("Password", PASSWORD);
        press("Use this password");
        page.context().clearCookies();
        page.navigate(url + "/login");
        fill("Name", "ben");
        fill("Password", PASSWORD);
        press("Sign in");
        assertThat(page.locator("#needs")).isVisible();
        page.navigate(url + "/approvals/1");
        press("Approve, and send to 2 people now");

        assertThat(page.getByText("Finished").first()).isVisible();
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("2 accepted")))
                .isVisible();
    }

    @Test
    void whoIsUncertainIsDecidedUpon() throws Exception {
        try (DyingRelay relay = new DyingRelay(".")) {
            PackagedProgram program =
                    new PackagedProgram(home, "spring.mail.host=127.0.0.1", "spring.mail.port=" + relay.port());
            program.furnish();
            Files.writeString(home.resolve("subscribers/newsletter.csv"), "email\nana@example.com\n");
            Process send = program.start("send", "weekly-digest", "--mailround.delivery.patience=1s", "--json");
            send.inputReader().lines().forEach(line -> {});
            send.waitFor();
            begin(program);

            assertThat(page.locator("#needs")).containsText("uncertain");
            inspect("home-uncertain");
            page.navigate(url + "/editions/1");
            inspect("edition-uncertain");
            press("Take as accepted");

            assertThat(page.getByRole(AriaRole.STATUS)).containsText("taken as accepted");
            assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("1 accepted")))
                    .isVisible();
        }
    }

    /** Serves, makes the first account, and signs in. */
    private void begin(PackagedProgram program) throws IOException {
        serve = program.start("serve", "--server.port=0");
        String setup = setupLink(serve.inputReader());
        url = setup.replaceFirst("/setup/.*", "");
        page.navigate(setup);
        fill("Name", "ana");
        fill("Password", PASSWORD);
        press("Make the account");
        fill("Name", "ana");
        fill("Password", PASSWORD);
        press("Sign in");
        assertThat(page.locator("#needs")).isVisible();
    }

    private static String setupLink(BufferedReader out) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher link = SETUP.matcher(line);
            if (link.find()) {
                return link.group();
            }
        }
        throw new IllegalStateException("serve ended before it gave a link");
    }

    private Locator heading() {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    private void fill(String label, String text) {
        reach("input", label);
        page.keyboard().insertText(text);
    }

    private void press(String button) {
        reach("button", button);
        enter();
    }

    private void follow(String link) {
        reach("a", link);
        enter();
    }

    /** Goes on when another page has come: what is typed before that is lost. */
    private void enter() {
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
    }

    /** By the tabulator alone, as somebody does it who sees or moves otherwise. */
    private void reach(String tag, String name) {
        page.waitForLoadState();
        for (int tabs = 0; tabs < MOST_TABS; tabs++) {
            page.keyboard().press("Tab");
            Object reached = page.evaluate("""
                    ([tag, name]) => {
                      const it = document.activeElement;
                      const said = it.labels?.[0]?.textContent ?? it.ariaLabel ?? it.textContent;
                      return it.tagName.toLowerCase() === tag && said.trim() === name;
                    }
                    """, new Object[] {tag, name});
            if (Boolean.TRUE.equals(reached)) {
                return;
            }
        }
        throw new AssertionError("no %s “%s” is reached by the keyboard on %s".formatted(tag, name, page.url()));
    }

    private void inspect(String name) {
        if (chromium != null) {
            chromium.inspect(page, "walk-" + name);
            page.setViewportSize(1280, 800);
        }
    }
}
