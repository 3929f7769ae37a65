package org.mailround.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.mailround.batch.Looks;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/** Whoever changes something sees it on the next page, also where pages tell what was counted some moments ago. */
@Component
class ChangeInterceptor implements HandlerInterceptor {

    private final Looks looks;

    ChangeInterceptor(Looks looks) {
        this.looks = looks;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (!HttpMethod.GET.matches(request.getMethod())) {
            looks.forget();
        }
    }
}
