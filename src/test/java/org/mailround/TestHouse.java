package org.mailround;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.mailround.delivery.Nap;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The whole program on a database and in a folder of its own, with our templates and a clock that a test sets. */
public class TestHouse implements AutoCloseable {

    private final Path home;
    private final List<String> args = new ArrayList<>();
    private final ConfigurableApplicationContext context;

    /**
     * @param home an empty folder
     * @param properties such as {@code spring.mail.port=2525}
     */
    public TestHouse(Database database, Path home, String... properties) {
        this(database.migratedUrl(), database.user(), home, properties);
    }

    /** The same on a database that is there already. */
    public TestHouse(String url, String user, Path home, String... properties) {
        this.home = home;
        copy(Path.of("templates"), home.resolve("templates"));
        args.add("--spring.config.location=classpath:/");
        args.add("--mailround.home=" + home);
        args.add("--mailround.data-dir=" + home.resolve("data"));
        args.add("--spring.datasource.url=" + url);
        args.add("--spring.datasource.username=" + user);
        args.add("--mailround.clinic.name=Riverside Family Clinic");
        args.add("--mailround.clinic.postal-address=4 Mill Lane");
        args.add("--mailround.clinic.zone=Europe/London");
        args.add("--mailround.from=Riverside Family Clinic <news@riverside.clinic.example>");
        args.add("--mailround.public-url=http://127.0.0.1:8080");
        args.add("--mailround.sources[0].name=articles");
        args.add("--mailround.sources[0].folder=articles");
        Stream.of(properties).forEach(this::property);
        folder("articles");
        folder("subscribers");
        this.context = new SpringApplicationBuilder(Mailround.class, Time.class)
                .initializers(new ReadClasses())
                .run(args.toArray(String[]::new));
    }

    /** Takes the place of one that is there already. */
    private void property(String property) {
        String key = "--" + property.substring(0, property.indexOf('=') + 1);
        args.removeIf(arg -> arg.startsWith(key));
        args.add("--" + property);
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public <T> T get(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    /** Every part of a type. */
    public <T> List<T> all(Class<T> type) {
        return List.copyOf(context.getBeansOfType(type).values());
    }

    /** The properties of a house that serves pages, on a free port. */
    public static String[] serving(String... properties) {
        return Stream.concat(
                        Stream.of("spring.main.web-application-type=servlet", "server.port=0"), Stream.of(properties))
                .toArray(String[]::new);
    }

    /** Where a house that serves has its pages. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** Hears what the rooms say. */
    public <T> void hear(Class<T> type, Consumer<T> consumer) {
        ApplicationListener<PayloadApplicationEvent<?>> listener = event -> {
            if (type.isInstance(event.getPayload())) {
                consumer.accept(type.cast(event.getPayload()));
            }
        };
        context.addApplicationListener(listener);
    }

    public SettableClock clock() {
        return context.getBean(SettableClock.class);
    }

    /** A subscriber list: its header and rows. */
    public TestHouse list(String name, String... lines) {
        write("subscribers/" + name + ".csv", String.join("\n", lines) + "\n");
        return this;
    }

    /** An article as a file of the folder source. */
    public TestHouse article(String file, String text) {
        write("articles/" + file, text);
        return this;
    }

    public Path write(String file, String text) {
        try {
            return Files.writeString(home.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void folder(String name) {
        try {
            Files.createDirectories(home.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes away a file, or a folder with nothing in it. */
    public void delete(String file) {
        try {
            Files.delete(home.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.list(from)) {
            Files.createDirectories(to);
            for (Path file : files.toList()) {
                Path target = to.resolve(file.getFileName());
                if (!Files.exists(target)) {
                    Files.copy(file, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    static class Time {

        @Bean
        @Primary
        SettableClock settableClock() {
            return new SettableClock();
        }

        /** Whoever waits lets time pass. */
        @Bean
        @Primary
        Nap settableNap(SettableClock clock) {
            return (monitor, longest) -> clock.advance(longest);
        }
    }
}
