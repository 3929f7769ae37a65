package org.mailround.subscriber;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SubscriberSettings.class, ListSettings.class})
class SubscriberConfiguration {}
