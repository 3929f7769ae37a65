package org.mailround.cli;

import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mailround.campaign.CampaignNotFoundException;
import org.mailround.campaign.RepeatedEditionException;
import org.mailround.message.MergeTagException;
import org.mailround.message.TemplateException;
import org.mailround.preflight.PreflightException;
import org.mailround.smtp.RelayUnavailableException;
import org.mailround.subscriber.MailingListNotFoundException;
import org.mailround.subscriber.UnreadableCsvException;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.BindException;
import picocli.CommandLine;

/** What went wrong, in a sentence that names the thing and the mend. */
record Failure(int exitCode, String sentence) {

    static Failure of(Throwable failure) {
        Failure known = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Failure here = known(cause);
            // the innermost that we know says most
            known = here == null ? known : here;
        }
        return known == null ? unknown(failure) : known;
    }

    private static @Nullable Failure known(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        if (cause instanceof UsageException
                || cause instanceof CampaignNotFoundException
                || cause instanceof MailingListNotFoundException
                || cause instanceof UnreadableCsvException) {
            return new Failure(ExitCode.WRONG_USAGE, message);
        }
        if (cause instanceof PreflightException
                || cause instanceof RepeatedEditionException
                || cause instanceof TemplateException
                || cause instanceof MergeTagException) {
            return new Failure(ExitCode.REFUSED, message);
        }
        if (cause instanceof RelayUnavailableException) {
            return new Failure(ExitCode.OUTSTANDING, message);
        }
        if (cause instanceof BindException bind) {
            return new Failure(ExitCode.WRONG_USAGE, unbindable(bind));
        }
        if (cause instanceof IllegalArgumentException && message.startsWith("mailround.")) {
            return new Failure(ExitCode.WRONG_USAGE, message + ".");
        }
        if (cause instanceof org.yaml.snakeyaml.error.YAMLException) {
            return new Failure(
                    ExitCode.WRONG_USAGE, "config/application.yaml cannot be read: " + message.replaceAll("\\s+", " "));
        }
        if (cause instanceof SQLException) {
            return new Failure(
                    ExitCode.FAILED,
                    "The database cannot be used (" + firstLine(message)
                            + "): check spring.datasource.url and what it names.");
        }
        if (cause instanceof UncheckedIOException) {
            return new Failure(ExitCode.FAILED, message);
        }
        return null;
    }

    private static String unbindable(BindException e) {
        Object value = e.getProperty() == null ? null : e.getProperty().getValue();
        String name = e.getProperty() == null
                ? e.getName().toString()
                : e.getProperty().getName().toString();
        return "%s is “%s”, which is no %s: mend it in config/application.yaml, or where you set it."
                .formatted(name, value, kind(e));
    }

    private static String kind(BindException e) {
        Class<?> type = e.getTarget().getType().resolve(Object.class);
        Map<String, String> names =
                Map.of("int", "whole number", "Integer", "whole number", "Duration", "time such as 5m");
        return names.getOrDefault(type.getSimpleName(), type.getSimpleName());
    }

    private static Failure unknown(Throwable failure) {
        LoggerFactory.getLogger(Failure.class).info("The command failed", failure);
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return new Failure(
                ExitCode.FAILED,
                "Something went wrong that should not (%s: %s). The log in the data folder says more."
                        .formatted(root.getClass().getSimpleName(), firstLine(String.valueOf(root.getMessage()))));
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    int tell(CommandLine line, Console console) {
        console.warn(sentence);
        if (console.isJson()) {
            console.print(Map.of("error", sentence, "exitCode", exitCode));
        }
        return exitCode;
    }
}
