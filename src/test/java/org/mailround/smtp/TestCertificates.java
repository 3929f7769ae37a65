package org.mailround.smtp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Certificates of an authority that only tests know, made by the JDK's own keytool. */
class TestCertificates {

    private static final char[] PASSWORD = "password".toCharArray();

    private final Path folder;
    private final Path store;

    TestCertificates(Path folder) {
        this.folder = folder;
        this.store = folder.resolve("keys.p12");
        keytool(
                "-genkeypair",
                "-alias",
                "ca",
                "-dname",
                "CN=Clinic Test Authority",
                "-ext",
                "bc:c",
                "-validity",
                "3650");
        keytool("-exportcert", "-alias", "ca", "-rfc", "-file", ca().toString());
    }

    /** The authority's own certificate. */
    Path ca() {
        return folder.resolve("ca.pem");
    }

    /** One that the authority issues, for two days around now. */
    SSLContext issued(String alias, String san) {
        return issued(alias, san, "-1d", 2);
    }

    /** One that the authority issues, such as from {@code -3d} for one day. */
    SSLContext issued(String alias, String san, String start, int days) {
        generate(alias, san, start, days, "-signer", "ca");
        return context(alias);
    }

    /** One that nobody else vouches for. */
    SSLContext selfSigned(String alias, String san) {
        generate(alias, san, "-1d", 2);
        return context(alias);
    }

    private void generate(String alias, String san, String start, int days, String... more) {
        List<String> args = new ArrayList<>(List.of(
                "-genkeypair",
                "-alias",
                alias,
                "-dname",
                "CN=relay.example",
                "-ext",
                "san=" + san,
                "-startdate",
                start));
        args.addAll(List.of("-validity", Integer.toString(days)));
        args.addAll(List.of(more));
        keytool(args.toArray(String[]::new));
    }

    private void keytool(String... args) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(args));
        command.addAll(List.of("-keystore", store.toString(), "-storepass", "password"));
        if (args[0].equals("-genkeypair")) {
            command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1"));
        }
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("keytool.log").toFile())
                    .start();
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IllegalStateException(Files.readString(folder.resolve("keytool.log")));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private SSLContext context(String alias) {
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore all = KeyStore.getInstance("PKCS12");
            all.load(in, PASSWORD);
            KeyStore one = KeyStore.getInstance("PKCS12");
            one.load(null, PASSWORD);
            one.setKeyEntry(alias, all.getKey(alias, PASSWORD), PASSWORD, all.getCertificateChain(alias));
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(one, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
