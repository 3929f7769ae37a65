package org.mailround;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.Resource;
import org.springframework.core.type.classreading.MetadataReader;

/** What the annotations of our classes say is read once for all houses of a test run: half of the start of each is that. */
class ReadClasses implements ApplicationContextInitializer<GenericApplicationContext> {

    private static final Map<Resource, MetadataReader> READ = new ConcurrentHashMap<>();

    @Override
    public void initialize(GenericApplicationContext context) {
        Map<Resource, MetadataReader> cache = context.getResourceCache(MetadataReader.class);
        cache.putAll(READ);
        context.addBeanFactoryPostProcessor((ConfigurableListableBeanFactory beans) -> READ.putAll(cache));
    }
}
