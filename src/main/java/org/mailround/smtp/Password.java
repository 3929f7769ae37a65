package org.mailround.smtp;

/** The same as long as we run. */
record Password(String text) implements Credentials {

    @Override
    public Secret current() {
        return new Secret(text, false);
    }

    @Override
    public void refused(Secret secret) {}

    @Override
    public String mend() {
        return "check spring.mail.username and spring.mail.password";
    }

    @Override
    public String toString() {
        return "Password[…]";
    }
}
