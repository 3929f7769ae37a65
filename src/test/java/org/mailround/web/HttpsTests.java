package org.mailround.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailround.smtp.TestCertificates;
import org.mailround.web.Inquiry.Bounds;
import org.mailround.web.Visit.Answered;
import org.mailround.web.Visit.Failed;

/** Asking over TLS, of servers that have a certificate of an authority that tests trust. */
class HttpsTests {

    @TempDir
    static Path folder;

    static SSLContext server;
    static SSLContext client;

    @BeforeAll
    static void certify() throws Exception {
        TestCertificates certificates = new TestCertificates(folder);
        server = certificates.issued("feeds", "dns:feeds.example");
        client = trusting(certificates.ca());
    }

    @Test
    void theCertificateIsOfTheHostThatIsAskedFor() throws Exception {
        try (RawServer site = site("HTTP/1.1 200 OK\r\n\r\nhello");
                Web web = new Web(Asked.HERE, 2, client)) {
            assertThat(web.visit(Asked.get("https://feeds.example:" + site.port() + "/")))
                    .isInstanceOf(Answered.class);
            assertThat(web.visit(Asked.get("https://other.example:" + site.port() + "/")))
                    .isEqualTo(new Failed(Failure.NOT_TRUSTED));
            assertThat(site.heads()).hasSize(1);
        }
    }

    @Test
    void andOfAnAuthorityThatIsTrusted() throws Exception {
        try (RawServer site = site("HTTP/1.1 200 OK\r\n\r\nhello");
                Web web = new Web(Asked.HERE, 2)) {
            assertThat(web.visit(Asked.get("https://feeds.example:" + site.port() + "/")))
                    .isEqualTo(new Failed(Failure.NOT_TRUSTED));
        }
    }

    @Test
    void httpsIsNotLeftForHttpWhereItIsToBeKept() throws Exception {
        try (RawServer canary = RawServer.canary();
                RawServer site = site(
                        "HTTP/1.1 302 Found\r\nLocation: http://feeds.example:%d/\r\n\r\n".formatted(canary.port()));
                Web web = new Web(Asked.HERE, 2, client)) {
            Inquiry keeping = Asked.get("https://feeds.example:" + site.port() + "/");
            Bounds trial = new Bounds(keeping.bounds().within(), PrivateHosts.THIS_MACHINE, false);

            assertThat(web.visit(keeping)).isEqualTo(new Failed(Failure.LEAVES_HTTPS));
            assertThat(canary.heads()).isEmpty();
            assertThat(web.visit(new Inquiry(keeping.url(), "GET", keeping.headers(), 1, trial)))
                    .isInstanceOf(Answered.class);
        }
    }

    private static RawServer site(String answer) {
        return new RawServer(
                server.getServerSocketFactory(),
                (target, out) -> out.write(answer.getBytes(StandardCharsets.US_ASCII)));
    }

    private static SSLContext trusting(Path authority) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (InputStream in = Files.newInputStream(authority)) {
            trusted.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
