package org.mailround.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailround.batch.FailureSentence;
import org.mailround.campaign.CampaignNotFoundException;
import org.mailround.campaign.EditionStateException;
import org.mailround.campaign.NobodyToSendToException;
import org.mailround.campaign.RepeatedEditionException;
import org.mailround.message.MergeTagException;
import org.mailround.message.TemplateException;
import org.mailround.preflight.PreflightException;
import org.mailround.subscriber.MailingListNotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** What a program is told when a room refuses, or something fails, wherever below {@code /api} that is. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiFailures implements HandlerExceptionResolver {

    private static final Logger log = LoggerFactory.getLogger(ApiFailures.class);

    private final Problems problems;

    ApiFailures(Problems problems) {
        this.problems = problems;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!request.getRequestURI().startsWith("/api/") || response.isCommitted()) {
            return null;
        }
        try {
            problems.write(response, problem(failure));
        } catch (IOException e) {
            throw new UncheckedIOException("The answer could not be written.", e);
        }
        return new ModelAndView();
    }

    private static ProblemDetail problem(Exception failure) {
        if (failure instanceof ErrorResponse known) {
            return known.getBody();
        }
        if (failure instanceof HttpMessageNotReadableException) {
            return ProblemDetail.forStatusAndDetail(
                    HttpStatus.BAD_REQUEST,
                    "The body is no JSON that can be read, or a value in it is of another kind.");
        }
        HttpStatus status = status(failure);
        if (status == HttpStatus.INTERNAL_SERVER_ERROR) {
            log.error("A request of a program failed", failure);
        }
        return ProblemDetail.forStatusAndDetail(status, sentence(failure));
    }

    /** 409 is where {@code send} ends with 5: refused by preflight or approval, or as a repeat. */
    private static HttpStatus status(Exception failure) {
        if (failure instanceof PreflightException
                || failure instanceof RepeatedEditionException
                || failure instanceof TemplateException
                || failure instanceof MergeTagException
                || failure instanceof EditionStateException) {
            return HttpStatus.CONFLICT;
        }
        if (failure instanceof CampaignNotFoundException || failure instanceof MailingListNotFoundException) {
            return HttpStatus.NOT_FOUND;
        }
        if (failure instanceof NobodyToSendToException) {
            return HttpStatus.UNPROCESSABLE_CONTENT;
        }
        return failure instanceof BusyException ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.INTERNAL_SERVER_ERROR;
    }

    private static String sentence(Exception failure) {
        return Optional.of(failure)
                .filter(BusyException.class::isInstance)
                .map(Exception::getMessage)
                .orElseGet(() -> FailureSentence.of(failure));
    }
}
