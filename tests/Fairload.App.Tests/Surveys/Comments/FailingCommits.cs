using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Fairload.App.Tests.Surveys.Comments;

/// <summary>Stands between the program and its database, and breaks the line at the next commits.</summary>
internal sealed class FailingCommits : DbTransactionInterceptor
{
    /// <summary>Once all is stored, so that only the answer is lost.</summary>
    public bool After { get; init; }

    /// <summary>How many are still to fail.</summary>
    public int Left { get; set; }

    public override ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        if (!After) Break();
        return ValueTask.FromResult(result);
    }

    public override Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (After) Break();
        return Task.CompletedTask;
    }

    private void Break()
    {
        if (Left == 0) return;
        Left--;
        throw new IOException("The line is broken.");
    }
}
