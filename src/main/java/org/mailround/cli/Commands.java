package org.mailround.cli;

import java.lang.reflect.Constructor;
import org.springframework.beans.BeanUtils;
import picocli.CommandLine;

/** Makes commands, which are given the program they are part of. */
record Commands(Program program) implements CommandLine.IFactory {

    @Override
    public <K> K create(Class<K> type) throws Exception {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Program.class) {
                return type.cast(BeanUtils.instantiateClass(constructor, program));
            }
        }
        return CommandLine.defaultFactory().create(type);
    }
}
