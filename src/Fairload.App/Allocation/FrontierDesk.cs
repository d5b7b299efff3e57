using Fairload.App.Allocation.Meetings;
using Fairload.App.Caseload;
using Fairload.App.Store;
using Fairload.Core.Access;
using Fairload.Core.Workforce;

namespace Fairload.App.Allocation;

/// <summary>What moves of held cases buy, somewhere.</summary>
/// <param name="Name">Of the team or service; empty for the council.</param>
/// <param name="AtWork">How far it is; null when it has ended.</param>
/// <param name="Found">Null until it has ended, and where it could not be worked out.</param>
/// <param name="Problems">Why it could not be worked out.</param>
public sealed record FrontierView(
    Id<Team>? Team, string Name, DateOnly Today, AsOfDays AsOf, AtWork? AtWork, FrontierFound? Found, IReadOnlyList<Problem> Problems)
{
    /// <summary>The first point that buys most of what there is to win; null where no move makes it fairer.</summary>
    public MovesView? MostForLeast(double part) => Found?.Points.FirstOrDefault(p => p.Moves > 0 && p.Bought >= part);
}

/// <summary>How much fairness so many moves of held cases would buy: for whoever may hold a meeting about the same people.</summary>
public sealed class FrontierDesk(FairloadDb db, MeetingDesk meetings, FrontiersAtWork atWork, AsOfDesk asOf, TimeProvider clock)
{
    private static readonly TimeSpan ShortWait = TimeSpan.FromSeconds(2);

    /// <summary>Begins it where nobody has, and waits for a moment. Null where the reader may not allocate for all of it.</summary>
    public async Task<FrontierView?> Of(Id<Team>? team, string service, Reader reader, CancellationToken stop)
    {
        if (await What(team, service, reader, stop) is not { } found) return null;
        var (what, name) = found;
        var begun = atWork.Begin(what, reader);
        await Task.WhenAny(begun, Task.Delay(ShortWait, stop));
        if (!begun.IsCompletedSuccessfully)
            return new(team, name, what.Today, await asOf.Days(stop), atWork.At(what), null, []);
        return (await begun).Try(out var done, out var problems)
            ? new(team, name, what.Today, await asOf.Days(stop), null, done, [])
            : new(team, name, what.Today, await asOf.Days(stop), null, null, problems);
    }

    /// <summary>Searches no longer. Nothing happens where the reader may not.</summary>
    public async Task<bool> Enough(Id<Team>? team, string service, Reader reader, CancellationToken stop)
    {
        if (await What(team, service, reader, stop) is not { } found) return false;
        atWork.Enough(found.What);
        return true;
    }

    private async Task<(FrontierOf What, string Name)?> What(Id<Team>? team, string service, Reader reader, CancellationToken stop)
    {
        reader.Demand(Permission.Allocate);
        var places = await meetings.Places(reader, stop);
        var name = team is { } id ? places.Teams.FirstOrDefault(t => t.Id == id)?.Name
            : service.Length > 0 ? places.Services.FirstOrDefault(s => s == service) : places.Council ? "" : null;
        if (name is null) return null;
        return (new(team, team is null ? service : "", clock.UkToday, await Remembered.Change(db, stop)), name);
    }
}
