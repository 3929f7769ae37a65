package org.mailround;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do who got a mail, in a real browser without scripts, on a phone and at a desk, in each of the languages. */
class PublicPagesIntegrationTests {

    private static final Pattern SETUP = Pattern.compile("(http://\\S+)/setup/\\S+");
    private static final String UNKNOWN = "a".repeat(39);
    /** With its styles, before anything compresses it. */
    private static final int HEAVIEST = 30_000;

    @TempDir
    Path home;

    private final HttpClient client = HttpClient.newHttpClient();
    private HtmlRules rules;
    private Process serve;
    private String url;
    private Chromium chromium;
    private Page page;
    private Page lens;

    @BeforeEach
    void start() throws IOException {
        Optional<Path> executable = Chromium.executable();
        Assumptions.assumeTrue(executable.isPresent(), "no Chromium");
        PackagedProgram program = new PackagedProgram(
                home,
                "mailround.archive.campaigns=weekly-digest",
                "mailround.lists[0].name=newsletter",
                "mailround.lists[0].title=Practice news",
                "mailround.lists[0].description=What is new here, every week.",
                "mailround.lists[0].open=true",
                "mailround.topics[0].name=Sleep",
                "mailround.topics[1].name=Healthy eating & drinking");
        program.furnish();
        Files.writeString(
                home.resolve("subscribers/newsletter.csv"),
                "email,first_name,language\nana@example.com,Ana,en\neva@example.com,Eva,es\ndora@example.com,Dora,de\n");
        Files.writeString(home.resolve("subscribers/back-care.csv"), "email\nana@example.com\n");
        assertThat(program.start("send", "weekly-digest").onExit().join().exitValue())
                .as(program::said)
                .isZero();
        serve = program.start("serve", "--server.port=0");
        url = address(serve.inputReader());
        rules = new HtmlRules();
        chromium = new Chromium(executable.get());
        page = chromium.pageWithoutScripts();
        lens = chromium.page();
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (chromium != null) {
            chromium.close();
        }
        if (serve != null) {
            serve.destroy();
            assertThat(serve.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void everyPageIsAccessibleSmallAndByTheRulesAndDoesWhatItSays() throws Exception {
        String ana = mailTo("ana@example.com");
        leaveAndStay(ana);
        choose(ana);
        lookAround(ana);
        speak("es", mailTo("eva@example.com"));
        speak("de", mailTo("dora@example.com"));

        assertThat(chromium.complaints)
                // a page that is not there says so in the browser's console
                .filteredOn(complaint -> !complaint.contains("status of 404"))
                .filteredOn(complaint -> !complaint.contains("status of 422"))
                .isEmpty();
        assertThat(rules.count()).isGreaterThan(35);
        assertThat(rules.complaints()).isEmpty();
    }

    private void leaveAndStay(String mail) throws IOException {
        open(path("unsubscribe", mail), 200, "unsubscribe");
        press("Stop sending it to me", "left");
        assertThat(page.locator("h1")).hasText("You have left the newsletter");
        page.getByLabel("Too many mails").check();
        page.getByLabel("In your own words").fill("One a month is enough.");
        press("Send", "told");
        assertThat(page.locator("h1")).hasText("Thank you");
        pass("That was a mistake, keep sending it", "stayed");
        assertThat(page.locator("h1")).hasText("You stay on the list");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Choose what you get"))
                .click();
        assertThat(page.getByLabel("Practice news")).isChecked();
    }

    private void choose(String mail) throws IOException {
        open(path("preferences", mail), 200, "preferences");
        page.getByLabel("Back care").uncheck();
        page.getByLabel("Healthy eating & drinking").check();
        page.getByLabel("once a month").check();
        page.getByLabel("Pause").selectOption("2");
        page.getByLabel("First name").fill("Anna");
        page.getByLabel("Last name").fill("Ferrari");
        page.getByLabel("Language of your mail").selectOption(new SelectOption().setLabel("Español"));
        press("Save", "preferences-saved");
        assertThat(page.getByRole(AriaRole.STATUS).locator("p")).hasCount(7);
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Sus correos están en pausa hasta el");
        assertThat(page.getByLabel("Healthy eating & drinking")).isChecked();
        pass("Reanudar ahora", "preferences-resumed");
        assertThat(page.getByRole(AriaRole.STATUS))
                .hasText("La pausa ha terminado: el próximo correo le llegará de nuevo.");
        page.getByLabel("Idioma de sus correos").selectOption(new SelectOption().setLabel("English"));
        page.getByLabel("Nombre").fill("x".repeat(201));
        press("Guardar", "preferences-wrong");
        page.getByRole(AriaRole.ALERT).getByRole(AriaRole.LINK).click();
        assertThat(page.getByLabel("Nombre")).isFocused();
        page.getByLabel("Nombre").fill("Anna");
        pass("Guardar", "preferences-english");
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("The language of your mail is now: English.");
        pass("Leave all of them", "preferences-none");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("You have left: Practice news.");
    }

    private void lookAround(String mail) throws IOException {
        page.navigate(url + path("read", mail));
        assertThat(page.locator("body")).containsText("A walk a day");
        open("/archive", 200, "archive");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("A walk a day"))
                .click();
        assertThat(page.locator("body")).containsText("A walk a day");
        chromium.picture(page, "public-archive-mail");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("All past newsletters"))
                .click();
        assertThat(page.locator("h1")).hasText("Past newsletters");
        open("/archive/99", 404, "archive-none");
        open("/read/" + UNKNOWN, 404, "unread");
        open("/preferences/" + UNKNOWN, 200, "preferences-of-nobody");
        open("/unsubscribe/" + UNKNOWN, 200, "unsubscribe-nobody");
        subscribe();
    }

    private void subscribe() throws IOException {
        open("/subscribe", 200, "subscribe");
        press("Subscribe", "subscribe-wrong");
        page.getByRole(AriaRole.ALERT).getByRole(AriaRole.LINK).click();
        assertThat(page.getByLabel("E-mail address")).isFocused();
        page.getByLabel("E-mail address").fill("cara@example.com");
        page.getByLabel("Sleep").check();
        press("Subscribe", "subscribe-sent");
        assertThat(page.locator("h1")).hasText("Look into your mailbox");
        open("/confirm/" + UNKNOWN, 200, "confirm");
        press("Yes, send it to me", "confirmed");
        assertThat(page.locator("h1")).hasText("You are on the list");
        press("That was a mistake, do not send it", "declined");
        assertThat(page.locator("h1")).hasText("You are not on the list");
    }

    /** Every page once more in another language, as its HTML alone. */
    private void speak(String language, String mail) throws Exception {
        String unsubscribe = path("unsubscribe", mail);
        String preferences = path("preferences", mail);
        Map<String, HttpRequest.Builder> requests = Map.ofEntries(
                Map.entry("unsubscribe", get(unsubscribe)),
                Map.entry("preferences", get(preferences)),
                Map.entry(
                        "preferences-wrong",
                        post(preferences, "cadence=x&pause=x&language=x&firstName=" + "x".repeat(201))),
                Map.entry("preferences-saved", post(preferences, "cadence=monthly&pause=3&firstName=&lastName=B")),
                Map.entry("preferences-resumed", post(preferences + "/resume", "")),
                Map.entry("archive", get("/archive")),
                Map.entry("archive-none", get("/archive/99")),
                Map.entry("unread", get("/read/" + UNKNOWN)),
                Map.entry("preferences-of-nobody", get("/preferences/" + UNKNOWN)),
                Map.entry("left", post("/unsubscribe/" + UNKNOWN, "")),
                Map.entry("told", post("/unsubscribe/" + UNKNOWN + "/reason", "reason=other")),
                Map.entry("stayed", post("/unsubscribe/" + UNKNOWN + "/undo", "")),
                Map.entry("confirm", get("/confirm/" + UNKNOWN)),
                Map.entry("confirmed", post("/confirm/" + UNKNOWN, "")),
                Map.entry("declined", post("/confirm/" + UNKNOWN + "/undo", "")),
                Map.entry("subscribe", get("/subscribe")),
                Map.entry("subscribe-wrong", post("/subscribe", "")),
                Map.entry("subscribe-sent", post("/subscribe", "email=" + language + "@example.com")));
        for (var request : requests.entrySet()) {
            String html = client.send(
                            request.getValue()
                                    .header("Accept-Language", language)
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            assertThat(html).contains("<html lang=\"%s\"".formatted(language));
            keep(request.getKey() + "-" + language, html);
        }
        page.navigate(url + unsubscribe);
        chromium.picture(page, "public-unsubscribe-" + language);
        page.navigate(url + preferences);
        chromium.picture(page, "public-preferences-" + language);
    }

    private void open(String path, int status, String name) throws IOException {
        Response response = page.navigate(url + path);
        assertThat(response.status()).as(path).isEqualTo(status);
        look(response, name);
    }

    private void press(String button, String name) throws IOException {
        look(pressed(button), name);
    }

    /** To a page that looks like another, which is not looked at again. */
    private void pass(String button, String name) throws IOException {
        keep(name, pressed(button).text());
        page.waitForLoadState();
    }

    private Response pressed(String button) {
        return page.waitForResponse(
                response -> response.request().isNavigationRequest(),
                () -> page.getByRole(
                                AriaRole.BUTTON,
                                new Page.GetByRoleOptions().setName(button).setExact(true))
                        .click());
    }

    /** The checker of accessibility is a script itself: so it gets the same answer in another window. */
    private void look(Response response, String name) throws IOException {
        String html = response.text();
        keep(name, html);
        lens.route(
                response.url(),
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html;charset=UTF-8")
                        .setBody(html)));
        lens.navigate(response.url());
        chromium.inspect(lens, "public-" + name);
        lens.unroute(response.url());
        page.waitForLoadState();
    }

    private void keep(String name, String html) throws IOException {
        rules.add(name, html);
        int styles = Jsoup.parse(html).select("link[rel=stylesheet]").eachAttr("href").stream()
                .mapToInt(style -> size("/" + style.replace("../", "")))
                .sum();
        assertThat(html.getBytes(StandardCharsets.UTF_8).length + styles)
                .as(name)
                .isLessThan(HEAVIEST);
    }

    private int size(String path) {
        return client.sendAsync(get(path).build(), BodyHandlers.ofByteArray())
                .join()
                .body()
                .length;
    }

    private HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(URI.create(url + path));
    }

    private HttpRequest.Builder post(String path, String form) {
        return get(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
    }

    private String mailTo(String address) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("data/sandbox"))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".eml")).toList()) {
                String mail = Files.readString(file, StandardCharsets.ISO_8859_1);
                if (mail.contains("<" + address + ">")) {
                    // lines of quoted-printable are broken by = where they are too long
                    return mail.replaceAll("=\\r?\\n", "");
                }
            }
        }
        throw new IllegalStateException("no mail to %s in the sandbox".formatted(address));
    }

    private static String path(String page, String mail) {
        Matcher link = Pattern.compile("/" + page + "/[a-z2-7]{39}").matcher(mail);
        assertThat(link.find()).as(page).isTrue();
        return link.group();
    }

    private static String address(BufferedReader out) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher link = SETUP.matcher(line);
            if (link.find()) {
                return link.group(1);
            }
        }
        throw new IllegalStateException("serve ended before it said where it is");
    }
}
