package org.mailround.smtp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.mailround.rfc.EmailAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Lets go of the sandbox's old mail, whatever relay is configured now. */
@Component
public class SandboxRetention {

    private final SandboxFolder folder;

    SandboxRetention(@Value("${mailround.data-dir}") Path dataDirectory, Clock clock) {
        this.folder = new SandboxFolder(dataDirectory.resolve("sandbox"), clock);
    }

    /**
     * Deletes every mail that came before that time, and its row in the index.
     *
     * @return how many
     */
    public int forgetBefore(Instant time) {
        try {
            return folder.forgetBefore(time);
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox's old mail cannot be deleted.", e);
        }
    }

    /**
     * Deletes every mail that went to an address, and its row in the index.
     *
     * @return how many
     */
    public int forgetThoseTo(EmailAddress address) {
        try {
            return folder.forgetThoseTo(address);
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox's mail cannot be deleted.", e);
        }
    }
}
