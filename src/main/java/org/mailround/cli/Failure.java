package org.mailround.cli;

import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.mailround.backup.BackupException;
import org.mailround.batch.DrainedException;
import org.mailround.campaign.ApprovalException;
import org.mailround.campaign.CampaignNotFoundException;
import org.mailround.campaign.EditionStateException;
import org.mailround.campaign.NobodyToSendToException;
import org.mailround.campaign.RepeatedEditionException;
import org.mailround.mailbox.MailboxUnavailableException;
import org.mailround.message.MergeTagException;
import org.mailround.message.TemplateException;
import org.mailround.preflight.PreflightException;
import org.mailround.smtp.RelayUnavailableException;
import org.mailround.staff.AccountException;
import org.mailround.subscriber.ErasureDelayedException;
import org.mailround.subscriber.MailingListNotFoundException;
import org.mailround.subscriber.UnreadableCsvException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.factory.UnsatisfiedDependencyException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;
import org.yaml.snakeyaml.error.YAMLException;
import picocli.CommandLine;

/** What went wrong, in a sentence that names the thing and the mend. */
record Failure(int exitCode, String sentence) {

    private static final Logger log = LoggerFactory.getLogger(Failure.class);

    static Failure of(Throwable failure) {
        Failure known = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Failure here = known(cause);
            // the innermost that we know says most
            known = here == null ? known : here;
        }
        Failure told = known == null ? unknown(failure) : known;
        if (told.exitCode() == ExitCode.FAILED) {
            log.info("The command failed", failure);
        }
        return told;
    }

    private static @Nullable Failure known(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        if (cause instanceof UsageException
                || cause instanceof CampaignNotFoundException
                || cause instanceof MailingListNotFoundException
                || cause instanceof NobodyToSendToException
                || cause instanceof EditionStateException
                || cause instanceof AccountException
                || cause instanceof BackupException
                || cause instanceof UnreadableCsvException) {
            return new Failure(ExitCode.WRONG_USAGE, message);
        }
        if (cause instanceof PreflightException
                || cause instanceof RepeatedEditionException
                || cause instanceof ApprovalException
                || cause instanceof TemplateException
                || cause instanceof MergeTagException) {
            return new Failure(ExitCode.REFUSED, message);
        }
        if (cause instanceof RelayUnavailableException
                || cause instanceof DrainedException
                || cause instanceof ErasureDelayedException) {
            return new Failure(ExitCode.OUTSTANDING, message);
        }
        if (cause instanceof PortInUseException port) {
            return new Failure(
                    ExitCode.WRONG_USAGE,
                    "Port %d is in use: stop the other program, or choose another port by --server.port=%d."
                            .formatted(port.getPort(), port.getPort() + 1));
        }
        if (cause instanceof java.net.BindException) {
            return new Failure(
                    ExitCode.WRONG_USAGE,
                    "server.address is no address of this machine, or server.port none that may be used (%s)."
                            .formatted(message));
        }
        if (cause instanceof UnsatisfiedDependencyException
                && cause.getCause() instanceof TypeMismatchException mismatch) {
            return new Failure(
                    ExitCode.WRONG_USAGE,
                    "A setting is “%s”, which is no %s: mend it in config/application.yaml, or where you set it."
                            .formatted(
                                    mismatch.getValue(),
                                    boolean.class.equals(mismatch.getRequiredType())
                                            ? "true or false"
                                            : String.valueOf(mismatch.getRequiredType())));
        }
        if (cause instanceof BindException bind) {
            return new Failure(ExitCode.WRONG_USAGE, unbindable(bind));
        }
        if (cause instanceof IllegalArgumentException && message.matches("(?s)(mailround|spring)\\..*")) {
            return new Failure(ExitCode.WRONG_USAGE, message + ".");
        }
        if (cause instanceof YAMLException) {
            return new Failure(
                    ExitCode.WRONG_USAGE, "config/application.yaml cannot be read: " + message.replaceAll("\\s+", " "));
        }
        if (cause instanceof FlywayValidateException) {
            return new Failure(
                    ExitCode.FAILED,
                    "The database was made by another version of Mailround: use that version, or a new --data-dir.");
        }
        if (cause instanceof SQLException database) {
            return database(database);
        }
        if (message.startsWith("'url' must start with")
                || message.contains("Cannot load driver class")
                || cause instanceof ClassNotFoundException) {
            return new Failure(
                    ExitCode.WRONG_USAGE,
                    "spring.datasource.url names no database that Mailround knows: it begins with jdbc:postgresql: or "
                            + "jdbc:h2:.");
        }
        if (cause instanceof UncheckedIOException || cause instanceof MailboxUnavailableException) {
            return new Failure(ExitCode.FAILED, message);
        }
        return null;
    }

    /** SQLSTATE classes 08, 28 and 3D: no connection, wrong login, no such database. */
    private static Failure database(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        String message = firstLine(String.valueOf(e.getMessage()));
        return state.startsWith("08") || state.startsWith("28") || state.startsWith("3D")
                ? new Failure(
                        ExitCode.WRONG_USAGE,
                        "The database cannot be opened (%s): check spring.datasource.url, username and password."
                                .formatted(message))
                : new Failure(ExitCode.FAILED, "The database failed (%s). The log says more.".formatted(message));
    }

    private static String unbindable(BindException e) {
        Object value = e.getProperty() == null ? null : e.getProperty().getValue();
        String name = e.getProperty() == null
                ? e.getName().toString()
                : e.getProperty().getName().toString();
        String ours = root(e).getMessage();
        if (ours != null && ours.startsWith("is “")) {
            // values of our own say themselves how they are written, and go on from the name of the setting
            return name + " " + ours + ".";
        }
        return "%s is “%s”, which is no %s: mend it in config/application.yaml, or where you set it."
                .formatted(name, value, kind(e));
    }

    private static String kind(BindException e) {
        Class<?> type = e.getTarget().getType().resolve(Object.class);
        if (type.isEnum()) {
            return Stream.of(type.getEnumConstants())
                    .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(" or "));
        }
        Map<String, String> names =
                Map.of("int", "whole number", "Integer", "whole number", "Duration", "time such as 5m");
        return names.getOrDefault(type.getSimpleName(), type.getSimpleName());
    }

    private static Failure unknown(Throwable failure) {
        Throwable root = root(failure);
        return new Failure(
                ExitCode.FAILED,
                "Something went wrong that should not (%s: %s). The log in the data folder says more."
                        .formatted(root.getClass().getSimpleName(), firstLine(String.valueOf(root.getMessage()))));
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
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
