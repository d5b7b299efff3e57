using Fairload.Core.Access;

namespace Fairload.Web.Tests.Journeys;

/// <summary>What a screen reader is given, approved by reading it.</summary>
[Collection(TheCouncil.Name)]
public sealed class Read_aloud(TheCouncil council)
{
    [Fact]
    public async Task The_team() => Approved.Check(await Snapshot(Role.TeamManager, $"/teams/{(await council.Site.ManagedTeam()).Id}"));

    [Fact]
    public async Task My_work() => Approved.Check(await Snapshot(Role.Practitioner, "/my-work"));

    /// <summary>Without the addresses of records, whose keys are new each time.</summary>
    private async Task<string> Snapshot(Role role, string path)
    {
        await using var window = await council.Open(council.Site, await council.Site.AsDemo(await council.Site.Person(role)));
        await window.Go(path);
        var lines = (await window.Page.Locator("main").AriaSnapshotAsync()).Split('\n');
        return string.Join('\n', lines.Where(l => !l.TrimStart().StartsWith("- /url:", StringComparison.Ordinal)));
    }
}
