package org.mailround.message;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.context.EngineContext;
import org.thymeleaf.context.IContext;
import org.thymeleaf.context.IEngineContext;
import org.thymeleaf.context.IEngineContextFactory;
import org.thymeleaf.engine.TemplateData;

/** Makes a misspelt variable an error. Thymeleaf would print nothing, and the gap would be found by the readers. */
class StrictContexts implements IEngineContextFactory {

    @Override
    public IEngineContext createEngineContext(
            IEngineConfiguration configuration,
            TemplateData template,
            @Nullable Map<String, Object> resolution,
            IContext context) {
        Map<String, Object> variables = new HashMap<>();
        for (String name : context.getVariableNames()) {
            variables.put(name, context.getVariable(name));
        }
        return new StrictContext(
                configuration, template, resolution == null ? Map.of() : resolution, context, variables);
    }

    /** There is no variable of that name. */
    static class UnknownVariable extends RuntimeException {

        UnknownVariable(String name) {
            super(name);
        }
    }

    private static class StrictContext extends EngineContext {

        StrictContext(
                IEngineConfiguration configuration,
                TemplateData template,
                Map<String, Object> resolution,
                IContext context,
                Map<String, Object> variables) {
            super(configuration, template, resolution, context.getLocale(), variables);
        }

        @Override
        public @Nullable Object getVariable(String name) {
            if (!containsVariable(name) && !isOfTheEngine(name)) {
                throw new UnknownVariable(name);
            }
            return super.getVariable(name);
        }

        // What Thymeleaf and Spring look up for themselves, and can do without.
        private static boolean isOfTheEngine(String name) {
            return name.startsWith("thymeleaf") || name.startsWith("spring") || name.equals("execInfo");
        }
    }
}
