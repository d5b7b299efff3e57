using Fairload.App.Demo;

namespace Fairload.App.Tests.Demo.Quarter;

public sealed class A_scripted_quarter
{
    /// <summary>FAIRLOAD_QUARTER=usual plays it in the council that <c>fairload demo</c> shows.</summary>
    private static readonly DemoSize Size = Environment.GetEnvironmentVariable("FAIRLOAD_QUARTER") == "usual" ? DemoSize.Usual
        : new(48, 8, 300, 100);

    [Theory, ClassData(typeof(Engines))]
    public async Task Ends_with_every_count_explained_and_everything_sound(string engine)
    {
        await using var council = await Script.Play(engine, Size, 1);
        await council.IsSound();
    }
}
