using Microsoft.Extensions.DependencyInjection;

namespace Fairload.App;

/// <summary>Where to go to ask: one line a desk.</summary>
public static class Desks
{
    public static IServiceCollection AddDesks(this IServiceCollection services) => services;
}
