package org.mailround.article;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SourceSettings.class, TopicSettings.class, CollectSettings.class})
class ArticleConfiguration {}
