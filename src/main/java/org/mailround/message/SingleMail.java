package org.mailround.message;

import org.jspecify.annotations.Nullable;

/**
 * What a mail to one person says, rendered for good, so that it is the same at every attempt.
 *
 * @param subject data, whatever it holds
 * @param text data, in lines separated by LF; lines that are too long are broken between words
 * @param html the same as HTML; null where there is the text alone
 */
public record SingleMail(
        String subject, String text, @Nullable String html) {}
