package org.mailround.batch;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ClockworkSettings.class, RetentionSettings.class})
class BatchConfiguration {}
