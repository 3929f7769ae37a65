package org.mailround.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mailround.staff.Audit;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** The program behind a command: started when the command first asks for a part of it. */
class Program implements AutoCloseable {

    private final Class<?> application;
    private final Map<String, String> properties = new LinkedHashMap<>();
    private final Console console;
    private @Nullable Path dataDirectory;
    private @Nullable ConfigurableApplicationContext context;

    Program(Class<?> application, Console console) {
        this.application = application;
        this.console = console;
    }

    Console console() {
        return console;
    }

    void dataDirectory(Path directory) {
        if (directory.toString().isBlank()) {
            throw new UsageException("--data-dir is empty: name a folder.");
        }
        this.dataDirectory = directory;
    }

    void json(boolean json) {
        console.json(json);
    }

    /** Sets a property; the last wins, where Spring would join what was typed twice by a comma. */
    void set(String name, String value) {
        properties.put(name, value);
    }

    /** Makes it one that pages are read from. What is wrong is told when it starts, and no first visitor waits. */
    void serve() {
        String port = properties.getOrDefault("server.port", "0");
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > 65_535) {
            throw new UsageException("server.port is “%s”: write a number from 0 to 65535.".formatted(port));
        }
        set("spring.main.web-application-type", "servlet");
        set("spring.main.lazy-initialization", "false");
    }

    /** Where its pages are while it serves, or will be by these settings; without a slash at the end. */
    String url() {
        Environment environment = context().getEnvironment();
        String port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        String address = environment.getProperty("server.address", "127.0.0.1");
        return "http://%s:%s".formatted(address.contains(":") ? "[" + address + "]" : address, port);
    }

    /** A part of the running program. */
    <T> T get(Class<T> type) {
        return context().getBean(type);
    }

    /** Notes in the audit trail what somebody with a shell did; who that was, only the machine knows. */
    void audited(String action, String subject) {
        get(Audit.class).record("(command line)", action, subject);
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
        // the process that owns H2's file may end under us: no connection is lent out before it was looked at
        System.setProperty("com.zaxxer.hikari.aliveBypassWindowMs", "0");
        set("mailround.home", home.toString());
        set("mailround.data-dir", writableDataDirectory().toString());
        // what fails before logging is set up would be logged to standard output, stack and all
        LoggingSystem.get(application.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.OFF);
        SpringApplication spring = new SpringApplication(application);
        spring.setDefaultProperties(
                Map.of("spring.config.location", "classpath:/,optional:file:" + home.resolve("config") + "/"));
        ConfigurableApplicationContext started = spring.run(properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new));
        // beans are made when they are needed, but wrong settings are told at start
        started.getBeansWithAnnotation(ConfigurationProperties.class);
        return started;
    }

    /** Where the database, keys, logs and rejected rows are. */
    Path dataDirectory() {
        Path directory = dataDirectory != null ? dataDirectory : given("mailround.data-dir", home().resolve("data"));
        return directory.toAbsolutePath().normalize();
    }

    /**
     * The same, made where it is missing.
     *
     * @throws UsageException if nothing can be written there
     */
    Path writableDataDirectory() {
        return writable(dataDirectory());
    }

    private static Path writable(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UsageException(
                    "The data folder %s cannot be made: name another by --data-dir.".formatted(directory));
        }
        if (!Files.isWritable(directory)) {
            throw new UsageException(
                    "The data folder %s cannot be written to: mend its rights, or name another by --data-dir."
                            .formatted(directory));
        }
        return directory;
    }

    private Path home() {
        return given("mailround.home", Path.of(System.getProperty("mailround.home", "")))
                .toAbsolutePath()
                .normalize();
    }

    private Path given(String name, Path otherwise) {
        String value = properties.get(name);
        return value == null ? otherwise : Path.of(value);
    }

    /** Lets go of the program, and of its database; whoever asks for a part again starts another. */
    void end() {
        if (context != null) {
            context.close();
            context = null;
        }
    }

    @Override
    public void close() {
        console.close();
        end();
    }
}
