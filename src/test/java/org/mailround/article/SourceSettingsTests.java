package org.mailround.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailround.web.PrivateHosts;
import org.mailround.web.PrivateHosts.HostPort;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SourceSettingsTests {

    @Test
    void areReadInTheirOrder() {
        SourceSettings settings = bound(Map.of(
                "mailround.sources[0].name", "Own",
                "mailround.sources[0].folder", "articles",
                "mailround.sources[0].topics", "back, sleep",
                "mailround.sources[1].name", "Blog",
                "mailround.sources[1].url", "https://clinic.example/feed"));

        assertThat(settings.inOrder())
                .containsExactly(
                        new Source.Folder("Own", "articles", List.of("back", "sleep")),
                        new Source.Feed("Blog", "https://clinic.example/feed", List.of()));
    }

    @Test
    void mayBeNone() {
        assertThat(bound(Map.of("mailround.from", "news@clinic.example")).inOrder())
                .isEmpty();
        assertThat(bound(Map.of("mailround.sources", "")).inOrder()).isEmpty();
    }

    @Test
    void refuseWhatIsNoSource() {
        refused(entry("Own", "https://a.example/", "articles"), "mailround.sources[0] has both a url and a folder");
        refused(entry("Own", null, null), "mailround.sources[0] (Own) has neither a url nor a folder");
        refused(entry(null, null, "articles"), "mailround.sources[0].name is missing");
        refused(entry("  ", null, "articles"), "mailround.sources[0].name is missing");
        refused(entry("x".repeat(201), null, "articles"), "mailround.sources[0].name is too long");
        refused(entry("Own", "ftp://a.example/feed", null), "must begin with https://, http:// or file:");
        refused(entry("Own", "clinic.example/feed", null), "must begin with https://, http:// or file:");
        refused(entry("Own", "https:// a b", null), "mailround.sources[0].url is https:// a b, which is no address");
    }

    @Test
    void refuseOneNameForTwoSources() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new SourceSettings(List.of(entry("Own", null, "articles"), entry("own", null, "others"))))
                .withMessageContaining("mailround.sources[1].name is own, and so is another source's");
    }

    @Test
    void refuseATopicWithABar() {
        refused(
                new SourceSettings.Entry("Own", null, "articles", List.of("back|sleep"), null),
                "mailround.sources[0].topics has a | in back|sleep");
    }

    @Test
    void reachNoPrivateHostThatIsNotNamed() {
        assertThat(hosts("https://clinic.example/feed", Map.of())).isEqualTo(PrivateHosts.NONE);
        assertThat(hosts("https://clinic.example/feed", Map.of("", "false"))).isEqualTo(PrivateHosts.NONE);
        assertThat(hosts("https://Clinic.example/feed", Map.of("", true)).named())
                .containsExactly(new HostPort("clinic.example", 443));
        assertThat(hosts("http://[::1]:8080/feed", Map.of("", "true")).named())
                .containsExactly(new HostPort("::1", 8080));
        assertThat(hosts("http://clinic.example:8080/feed", Map.of("[0]", "Intranet", "[1]", "10.0.0.5:81"))
                        .named())
                .containsExactlyInAnyOrder(new HostPort("intranet", 8080), new HostPort("10.0.0.5", 81));
        assertThat(hosts("http://clinic.example/feed", Map.of("", "[fd00::1], [fd00::2]:81"))
                        .named())
                .containsExactlyInAnyOrder(new HostPort("fd00::1", 80), new HostPort("fd00::2", 81));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.0/8", "https://intranet/", "intranet/feed", "a@intranet", "intranet:99999", "a b", "*"})
    void refuseWhatIsNoHost(String value) {
        refused(
                new SourceSettings.Entry("Own", "https://a.example/", null, null, List.of(value)),
                "mailround.sources[0].allow-private-hosts is %s: write true for the host of the url".formatted(value));
    }

    @Test
    void refusePrivateHostsOfWhatIsNotOnTheWeb() {
        String message =
                "mailround.sources[0].allow-private-hosts is for sources that are on the web alone: take it away";
        refused(new SourceSettings.Entry("Own", "file:feed.xml", null, null, List.of("true")), message);
        refused(new SourceSettings.Entry("Own", null, "articles", null, List.of("true")), message);
    }

    private static PrivateHosts hosts(String url, Map<String, ?> allowed) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("mailround.sources[0].name", "Blog");
        properties.put("mailround.sources[0].url", url);
        allowed.forEach((key, value) -> properties.put("mailround.sources[0].allow-private-hosts" + key, value));
        return ((Source.Feed) bound(properties).inOrder().get(0)).privateHosts();
    }

    private static void refused(SourceSettings.Entry entry, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SourceSettings(List.of(entry)))
                .withMessageContaining(message);
    }

    private static SourceSettings.Entry entry(@Nullable String name, @Nullable String url, @Nullable String folder) {
        return new SourceSettings.Entry(name, url, folder, null, null);
    }

    private static SourceSettings bound(Map<String, ?> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("mailround", Bindable.of(SourceSettings.class));
    }
}
