package org.mailround.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The machine that this process runs on. */
final class Machine {

    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

    private Machine() {}

    /**
     * What tells this machine from every other, and from itself before it was restarted: what was not forced to disk is
     * gone then. Containers on one machine share it. Where the system has no such thing, its name must do, and a restart
     * is not noticed.
     */
    static String id() {
        try {
            return Files.isReadable(BOOT_ID) ? Files.readString(BOOT_ID).strip() : hostName();
        } catch (IOException e) {
            throw new UncheckedIOException(BOOT_ID + " cannot be read.", e);
        }
    }

    /** This process, for people. */
    static String process() {
        return "process %d on %s".formatted(ProcessHandle.current().pid(), hostName());
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
