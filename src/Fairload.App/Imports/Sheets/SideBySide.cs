namespace Fairload.App.Imports.Sheets;

/// <summary>Two at a time, because the machines that councils give us have two cores.</summary>
internal static class SideBySide
{
    /// <summary>The answers in the order of what was asked. The first fault is thrown as it is, when both workers have stopped.</summary>
    public static IReadOnlyList<TDone> Each<T, TDone>(IReadOnlyList<T> all, Func<T, TDone> work)
    {
        var done = new TDone[all.Count];
        var next = -1;
        var other = Task.Run(Take);
        try
        {
            Take();
        }
        finally
        {
            // Its own fault comes below; here only its end is waited for.
            Task.WaitAny(other);
        }

        other.GetAwaiter().GetResult();
        return done;

        void Take()
        {
            for (var at = Interlocked.Increment(ref next); at < all.Count; at = Interlocked.Increment(ref next)) done[at] = work(all[at]);
        }
    }
}
