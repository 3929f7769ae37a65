package org.mailround.smtp;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;

/** The built-in relay: a real SMTP server in this process, started when it is first needed. */
class SandboxRelay implements Relay, DisposableBean {

    private final SandboxFolder folder;
    private @Nullable GreenMail server;

    SandboxRelay(SandboxFolder folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "sandbox";
    }

    @Override
    public boolean isSandbox() {
        return true;
    }

    @Override
    public boolean isLoopback() {
        return true;
    }

    @Override
    public RelayConnection connection() {
        return server().connection();
    }

    @Override
    public RelayExamination examine() {
        return server().examine();
    }

    private SmtpRelay server() {
        ServerSetup setup = started().getSmtp().getServerSetup();
        return new SmtpRelay(
                setup.getBindAddress(),
                setup.getPort(),
                false,
                null,
                null,
                new Properties(),
                SmtpRelay.FINAL_DOT_TIMEOUT,
                name());
    }

    private synchronized GreenMail started() {
        if (server == null) {
            GreenMail greenMail =
                    new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
            greenMail.getUserManager().setMessageDeliveryHandler(this::keep);
            greenMail.start();
            server = greenMail;
        }
        return server;
    }

    private SandboxUser keep(MovingMessage message, MailAddress recipient) throws MessagingException {
        try {
            folder.keep(message.getMessage());
            return new SandboxUser(recipient);
        } catch (IOException e) {
            throw new MessagingException("the sandbox cannot keep its mail", e);
        }
    }

    @Override
    public synchronized void destroy() {
        if (server != null) {
            server.stop();
        }
    }
}
