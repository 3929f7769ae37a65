package org.mailround.smtp;

import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** The class that {@code mail.smtp.ssl.socketFactory.class} names, asked for its sockets as Angus would. */
final class WrittenFactory {

    private WrittenFactory() {}

    /**
     * @param name null where none is written
     * @throws IllegalArgumentException if there is none of that name
     */
    static SSLSocketFactory of(@Nullable String name) {
        if (name == null) {
            return (SSLSocketFactory) SSLSocketFactory.getDefault();
        }
        try {
            return (SSLSocketFactory)
                    Class.forName(name, true, Thread.currentThread().getContextClassLoader())
                            .getMethod("getDefault")
                            .invoke(null);
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new IllegalArgumentException(
                    "spring.mail.properties.mail.smtp.ssl.socketFactory.class is “%s”, which gives no sockets for TLS"
                            .formatted(name),
                    e);
        }
    }
}
