package org.mailround.message;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.AbstractMessageResolver;

/** Finds what templates call {@code #{digest.also}} in the words of the language that is rendered. */
class WordResolver extends AbstractMessageResolver {

    /** Where a rendering keeps its words; not for templates, which say #{…}. */
    static final String WORDS = "thymeleaf::words";

    @Override
    public String resolveMessage(
            ITemplateContext context, @Nullable Class<?> origin, String key, Object @Nullable [] parameters) {
        FixedWords words = (FixedWords) context.getVariable(WORDS);
        return words.text(key, parameters == null ? new Object[0] : parameters);
    }

    @Override
    public String createAbsentMessageRepresentation(
            ITemplateContext context, @Nullable Class<?> origin, String key, Object @Nullable [] parameters) {
        throw new IllegalStateException("what is absent is an error already");
    }
}
