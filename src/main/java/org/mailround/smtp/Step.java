package org.mailround.smtp;

/** The steps of an SMTP transaction, in their order. */
enum Step {
    MAIL,
    RCPT,
    DATA,
    CONTENT,
    FINAL_DOT
}
