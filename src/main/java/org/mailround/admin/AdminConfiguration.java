package org.mailround.admin;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class AdminConfiguration implements WebMvcConfigurer {

    private final AuditInterceptor audit;
    private final ChangeInterceptor changes;

    AdminConfiguration(AuditInterceptor audit, ChangeInterceptor changes) {
        this.audit = audit;
        this.changes = changes;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(audit);
        registry.addInterceptor(changes);
    }
}
