package org.mailround.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/** The program behind a command: started when the command first asks for a part of it. */
class Program implements AutoCloseable {

    private final Class<?> application;
    private final List<String> properties;
    private final Console console;
    private @Nullable Path dataDirectory;
    private @Nullable ConfigurableApplicationContext context;

    Program(Class<?> application, List<String> properties, Console console) {
        this.application = application;
        this.console = console;
        this.properties = new ArrayList<>(properties);
    }

    Console console() {
        return console;
    }

    void dataDirectory(Path directory) {
        this.dataDirectory = directory;
    }

    void json(boolean json) {
        console.json(json);
    }

    /** One more property, as if it had been typed. */
    void set(String name, String value) {
        properties.add("--" + name + "=" + value);
    }

    /** A part of the running program. */
    <T> T get(Class<T> type) {
        return context().getBean(type);
    }

    /** Hears what the rooms say while they work. */
    void listen(ApplicationListener<?> listener) {
        context().addApplicationListener(listener);
    }

    private ConfigurableApplicationContext context() {
        if (context == null) {
            context = start();
        }
        return context;
    }

    private ConfigurableApplicationContext start() {
        Path home = home();
        // before H2 loads: its server is for other processes of this machine, and by itself listens to everybody
        System.setProperty("h2.bindAddress", "127.0.0.1");
        List<String> args = new ArrayList<>(properties);
        args.add("--mailround.home=" + home);
        args.add("--mailround.data-dir=" + dataDirectory());
        SpringApplication spring = new SpringApplication(application);
        spring.setDefaultProperties(
                Map.of("spring.config.location", "classpath:/,optional:file:" + home.resolve("config") + "/"));
        ConfigurableApplicationContext started = spring.run(args.toArray(String[]::new));
        // beans are made when they are needed, but wrong settings are told at start
        started.getBeansWithAnnotation(ConfigurationProperties.class);
        return started;
    }

    /** Where the database, keys, logs and rejected rows are. */
    Path dataDirectory() {
        Path directory = dataDirectory != null ? dataDirectory : given("mailround.data-dir", home().resolve("data"));
        return directory.toAbsolutePath().normalize();
    }

    private Path home() {
        return given("mailround.home", Path.of(System.getProperty("mailround.home", "")))
                .toAbsolutePath()
                .normalize();
    }

    private Path given(String name, Path otherwise) {
        String prefix = "--" + name + "=";
        return properties.stream()
                .filter(property -> property.startsWith(prefix))
                .map(property -> Path.of(property.substring(prefix.length())))
                .reduce((first, last) -> last)
                .orElse(otherwise);
    }

    @Override
    public void close() {
        console.close();
        if (context != null) {
            context.close();
        }
    }
}
