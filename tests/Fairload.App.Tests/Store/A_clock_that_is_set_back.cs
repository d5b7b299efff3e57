using Fairload.App.Tests.Imports;
using Fairload.Core.Imports;

namespace Fairload.App.Tests.Store;

/// <summary>A machine whose clock was wrong and is put right.</summary>
public sealed class A_clock_that_is_set_back
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Loses_nothing_and_keeps_the_order_in_which_things_were_done(string engine)
    {
        await using var council = await Council.On(engine);
        await council.Import(ImportKind.Staff, Extracts.Staff);
        await council.Import(ImportKind.Cases, Extracts.Cases);
        var before = await council.Holders();
        council.Clock.Pass(TimeSpan.FromHours(-3));
        await council.Closes("R-4", new(2026, 11, 13));
        var shown = await council.Import(ImportKind.Cases, Extracts.Cases, "2026-11-16");
        Assert.Equal("R-4", Assert.Single(shown.Conflicts).About);

        // The last import is the one that was done last, though the clock says otherwise.
        var undone = Council.Good(await council.Undo());
        Assert.Equal(new DateOnly(2026, 11, 16), undone.AsOf);
        Council.Good(await council.TakeBack("R-4"));
        Assert.Equal(before, await council.Holders());
        await council.IsSound();

        // A day ahead of the machine's is refused in a sentence, and stores nothing.
        council.Clock.Pass(TimeSpan.FromDays(-10));
        var refused = Assert.Single(Council.Refused(await council.TryImport(ImportKind.Cases, Extracts.Cases, "2026-11-14")));
        Assert.Contains("lies in the future", refused, StringComparison.Ordinal);
        await council.IsSound();
    }
}
