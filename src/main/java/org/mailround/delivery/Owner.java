package org.mailround.delivery;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who works a claimed row: a process on a machine.
 *
 * @param started when the process began, so that a later one with the same number is told apart; 0 where the system
 *     does not tell
 */
record Owner(String host, long pid, long started) {

    /** This process. */
    static Owner self() {
        return new Owner(hostName(), ProcessHandle.current().pid(), started(ProcessHandle.current()));
    }

    static @Nullable Owner parse(String text) {
        String[] parts = text.split("/");
        try {
            return parts.length == 3 ? new Owner(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2])) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Whether the process is provably no more: one of this machine that does not run. */
    boolean isGone() {
        if (!host.equals(hostName())) {
            return false;
        }
        Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        return process.isEmpty() || started(process.get()) != started;
    }

    private static long started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName().replace('/', '-');
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    @Override
    public String toString() {
        return host + "/" + pid + "/" + started;
    }
}
