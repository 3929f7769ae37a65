package org.mailround.web;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.util.concurrent.Callable;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.mailround.web.Destination.PrivateNetworkException;
import org.mailround.web.PrivateHosts.HostPort;
import org.mailround.web.Visit.Answered;
import org.mailround.web.Visit.Failed;
import org.mailround.web.Visit.Forbidden;

/** One inquiry, and where it is led to: each redirect is judged like the address that was asked for. */
final class Journey implements Callable<Visit> {

    private static final int MOST_REDIRECTS = 5;

    private final Inquiry inquiry;
    private final Destination destination;
    private final Connections connections;
    private @Nullable HttpUriRequestBase request;
    private boolean over;

    Journey(Inquiry inquiry, Destination destination, Connections connections) {
        this.inquiry = inquiry;
        this.destination = destination;
        this.connections = connections;
    }

    @Override
    public Visit call() {
        URI address = Address.withoutUser(inquiry.url());
        URI movedTo = null;
        boolean forGood = true;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            Visit visit = visit(address);
            if (!(visit instanceof Answered answered)) {
                return visit;
            }
            if (!answered.isRedirect()) {
                return answered.movedTo(movedTo);
            }
            URI next = Address.of(answered.header("Location"), address);
            if (next == null) {
                return new Failed(Failure.REDIRECTS_NOWHERE);
            }
            if (inquiry.bounds().keepsHttps() && isHttps(address) && !isHttps(next)) {
                return new Failed(Failure.LEAVES_HTTPS);
            }
            address = Address.withoutUser(next);
            forGood &= answered.isMove();
            movedTo = forGood ? address : movedTo;
        }
        return new Failed(Failure.REDIRECTS_TOO_OFTEN);
    }

    /** From any thread: it asks nothing more, and what it is at is broken off. */
    synchronized void end() {
        over = true;
        if (request != null) {
            request.cancel();
        }
    }

    private Visit visit(URI address) {
        try {
            return ask(address);
        } catch (PrivateNetworkException e) {
            return new Forbidden(address, e.address());
        } catch (IOException e) {
            return new Failed(Failure.of(e));
        }
    }

    private Answered ask(URI address) throws IOException, PrivateNetworkException {
        IOException unreached = new ConnectException();
        for (InetAddress at : destination.of(HostPort.of(address))) {
            try {
                return connections.ask(begin(address), address, at, inquiry.most());
            } catch (ConnectException | NoRouteToHostException | ConnectTimeoutException e) {
                unreached = e;
            }
        }
        throw unreached;
    }

    private synchronized HttpUriRequestBase begin(URI address) throws InterruptedIOException {
        if (over) {
            throw new InterruptedIOException();
        }
        Timeout within = Timeout.of(inquiry.bounds().within());
        HttpUriRequestBase next = new HttpUriRequestBase(inquiry.method(), address);
        next.setConfig(RequestConfig.custom()
                .setConnectionRequestTimeout(within)
                .setResponseTimeout(within)
                .setAuthenticationEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .build());
        next.setHeader("Connection", "close");
        inquiry.headers().forEach(next::setHeader);
        request = next;
        return next;
    }

    private static boolean isHttps(URI address) {
        return address.getScheme().equalsIgnoreCase("https");
    }
}
