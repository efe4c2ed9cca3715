package io.upline.service.platform.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.upline.service.testing.Wait;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupCommitTest {
    private final ScriptedHandler handler = new ScriptedHandler();
    private final GroupCommit<String, String> queue = new GroupCommit<>("test-writer", handler);

    @AfterEach
    void close() {
        handler.open();
        queue.close();
    }

    /// The writer is busy with a first batch until the test lets it go on.
    private void occupy() {
        assertThat(queue.submit("first")).isNotDone();
        handler.taken.acquireUninterruptibly();
    }

    private List<CompletableFuture<String>> submitAll(String... commands) {
        return List.of(commands).stream().map(queue::submit).toList();
    }

    private static List<String> answers(List<CompletableFuture<String>> replies) {
        return replies.stream()
                .map(reply -> reply.handle((answer, failure) -> failure == null ? answer : failure.getMessage())
                        .join())
                .toList();
    }

    @Test
    void aLoneCommandWaitsForNobody() {
        handler.open();
        assertThat(queue.submit("a").join()).isEqualTo("a");
        assertThat(handler.batches).containsExactly(List.of("a"));
    }

    @Test
    void whatComesWhileABatchCommitsIsTheNextBatch() {
        occupy();
        var replies = submitAll("a", "b", "c");
        handler.open();
        assertThat(answers(replies)).containsExactly("a", "b", "c");
        assertThat(handler.batches).containsExactly(List.of("first"), List.of("a", "b", "c"));
    }

    @Test
    void aBatchHasAtMostItsNumberOfCommands() {
        occupy();
        var replies = IntStream.rangeClosed(0, GroupCommit.BATCH_COMMANDS)
                .mapToObj(number -> queue.submit("c" + number))
                .toList();
        handler.open();
        replies.forEach(CompletableFuture::join);
        assertThat(handler.batches.stream().map(List::size)).containsExactly(1, GroupCommit.BATCH_COMMANDS, 1);
    }

    @Test
    void aBatchHasAtMostItsNumberOfBytesUnlessOneCommandHasMore() {
        occupy();
        var half = "h".repeat(GroupCommit.BATCH_BYTES / 2);
        var huge = "x".repeat(GroupCommit.BATCH_BYTES + 1);
        var replies = submitAll(half, half, "a", huge, "b");
        handler.open();
        replies.forEach(CompletableFuture::join);
        assertThat(handler.batches.stream().map(List::size)).containsExactly(1, 2, 1, 1, 1);
    }

    @Test
    void whoWantsABatchAloneGetsOneAndTheOrderStays() {
        occupy();
        var replies = submitAll("a", "b", "alone", "c", "alone too");
        handler.open();
        replies.forEach(CompletableFuture::join);
        assertThat(handler.batches)
                .containsExactly(
                        List.of("first"), List.of("a", "b"), List.of("alone"), List.of("c"), List.of("alone too"));
    }

    @Test
    void oneMoreCommandThanMayWaitIsRefusedAtOnce() {
        occupy();
        for (var waiting = 0; waiting < GroupCommit.QUEUE_COMMANDS; waiting++) {
            assertThat(queue.submit("c")).isNotDone();
        }
        assertThatThrownBy(queue.submit("c")::join).hasCauseInstanceOf(Busy.class);
    }

    @Test
    void moreBytesThanMayWaitAreRefusedAtOnceAndThereIsRoomAgainLater() {
        occupy();
        var most = "x".repeat((int) GroupCommit.QUEUE_BYTES);
        var waiting = queue.submit(most);
        assertThatThrownBy(queue.submit("c")::join).hasCauseInstanceOf(Busy.class);
        handler.open();
        waiting.join();
        assertThat(queue.submit("c").join()).isEqualTo("c");
    }

    @Test
    void aRefusedCommandFailsAlone() {
        occupy();
        var replies = submitAll("a", "refused", "b");
        handler.open();
        assertThat(answers(replies)).containsExactly("a", "refused", "b");
        assertThat(handler.batches).hasSize(2);
    }

    @Test
    void aBadCommandIsFoundByHalvesAndTheOthersGoThrough() {
        occupy();
        var replies = submitAll("a", "b", "bad 1", "c", "d", "e", "bad 2", "f");
        handler.open();
        assertThat(answers(replies)).containsExactly("a", "b", "bad", "c", "d", "e", "bad", "f");
    }

    @Test
    void aBatchRunsAgainAFewTimes() {
        occupy();
        handler.contentions.release(GroupCommit.ATTEMPTS - 1);
        handler.open();
        assertThat(queue.submit("a").join()).isEqualTo("a");
    }

    @Test
    void aBatchThatAlwaysMeetsOthersFailsInTheEnd() {
        handler.contentions.release(GroupCommit.ATTEMPTS);
        handler.open();
        assertThat(answers(submitAll("a"))).containsExactly("contention");
        assertThat(queue.submit("b").join()).isEqualTo("b");
    }

    @Test
    void whoGivesUpBeforeABatchTakesTheCommandIsNotServed() {
        occupy();
        var replies = submitAll("a", "b");
        replies.getFirst().cancel(false);
        handler.open();
        replies.getLast().join();
        assertThat(handler.batches).containsExactly(List.of("first"), List.of("b"));
    }

    @Test
    void whoGivesUpBetweenTwoAttemptsIsNotServedByTheSecond() {
        handler.contentions.release(1);
        var replies = submitAll("a");
        handler.taken.acquireUninterruptibly();
        replies.getFirst().cancel(false);
        handler.open();
        queue.submit("b").join();
        assertThat(handler.batches).containsExactly(List.of("a"), List.of("b"));
    }

    @Test
    void aStopServesThoseWhoWaitAndRefusesThoseWhoCome() {
        occupy();
        var replies = submitAll("a", "b");
        Thread.ofPlatform().start(queue::close);
        while (!queue.submit("late").isCompletedExceptionally()) {
            Thread.onSpinWait();
        }
        handler.open();
        assertThat(answers(replies)).containsExactly("a", "b");
        assertThatThrownBy(queue.submit("c")::join).hasCauseInstanceOf(Busy.class);
    }

    @Test
    void evenAnErrorDoesNotEndTheWriter() {
        handler.open();
        assertThat(answers(submitAll("error"))).containsExactly("an error");
        assertThat(queue.submit("a").join()).isEqualTo("a");
    }

    @Test
    void norDoesOneBetweenTwoBatches() {
        handler.open();
        handler.idleErrors.release();
        Wait.until(() -> handler.idleErrors.availablePermits() == 0);
        assertThat(queue.submit("a").join()).isEqualTo("a");
    }

    @Test
    void whoWaitsTooLongIsToldAndNotServedLater() {
        try (var hasty = new GroupCommit<>("hasty-writer", handler, Duration.ofSeconds(1))) {
            var running = hasty.submit("a");
            handler.taken.acquireUninterruptibly();
            var waiting = hasty.submit("b");
            assertThatThrownBy(running::join).hasCauseInstanceOf(TimeoutException.class);
            assertThatThrownBy(waiting::join).hasCauseInstanceOf(TimeoutException.class);
            handler.open();
        }
        assertThat(handler.batches).containsExactly(List.of("a"));
    }
}
