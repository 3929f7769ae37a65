package org.mailround.credential;

/**
 * The same as long as we run.
 *
 * @param mend which settings to look at when the server refuses it
 */
public record Password(String text, String mend) implements Credentials {

    @Override
    public Secret current() {
        return new Secret(text, false);
    }

    @Override
    public void refused(Secret secret) {}

    @Override
    public String toString() {
        return "Password[…]";
    }
}
