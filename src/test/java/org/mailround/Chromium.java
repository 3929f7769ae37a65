package org.mailround;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chromium of this machine, driven by Playwright, which brings none of its own. */
class Chromium implements AutoCloseable {

    /** Where systems put it. */
    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private static final Path PICTURES = Path.of("target/screenshots");

    private final Playwright playwright;
    private final Browser browser;
    private final BrowserContext context;
    /** What was found amiss: by axe-core, by its width, or by the browser itself, such as what a page's policy forbids. */
    final List<String> complaints = new ArrayList<>();

    Chromium(Path executable) {
        // it waits for what is to come, however busy the machine: five seconds were too few where signing in took them
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        // as root, in a container, there is no sandbox to be had
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
        this.context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(1280, 800)
                .setLocale("en-GB")
                // what is half way to another colour is in no picture
                .setReducedMotion(ReducedMotion.REDUCE));
    }

    /** Where it is; empty where there is none. */
    static Optional<Path> executable() {
        return Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")), PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    Page page() {
        return listening(context.newPage());
    }

    /** A page in a browser that runs no scripts of pages. */
    Page pageWithoutScripts() {
        BrowserContext bare = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(1280, 800)
                .setLocale("en-GB")
                .setJavaScriptEnabled(false)
                .setReducedMotion(ReducedMotion.REDUCE));
        return listening(bare.newPage());
    }

    private Page listening(Page page) {
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        return page;
    }

    /** Looks at a page in two widths and both colours, takes its pictures, and has it checked for who sees or hears it otherwise. */
    void inspect(Page page, String name) {
        inspect(page, name, 360, 1280);
    }

    /** The same in these widths, the narrowest first. */
    void inspect(Page page, String name, int... widths) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (int width : widths) {
                page.setViewportSize(width, 800);
                String which = "%s-%d-%s".formatted(name, width, scheme.name().toLowerCase(java.util.Locale.ROOT));
                picture(page, which);
                if (width == (scheme == ColorScheme.LIGHT ? widths[0] : widths[widths.length - 1])) {
                    // what axe-core sees hangs on each of the two, not on their pairs
                    checkAccessible(page, which);
                }
                checkWidth(page, which);
            }
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }

    private void checkAccessible(Page page, String which) {
        AxeResults results = new AxeBuilder(page).exclude("iframe").analyze();
        results.getViolations()
                .forEach(rule -> rule.getNodes()
                        .forEach(node -> complaints.add("%s: %s at %s: %s"
                                .formatted(which, rule.getHelp(), node.getTarget(), node.getFailureSummary()))));
    }

    private void checkWidth(Page page, String which) {
        if (!Boolean.TRUE.equals(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))) {
            complaints.add(which + ": is wider than its window");
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
